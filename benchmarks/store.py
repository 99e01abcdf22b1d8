"""A server that speaks S3, in the process of a benchmark: moto, installed on first use."""
import os, subprocess, sys

import bench

MOTO = "moto[server]==5.2.5"


def server():
    """A running server and the backend behind it."""
    home = bench.CACHE / MOTO.replace("[server]==", "-")
    if not home.exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", home.with_suffix(".new"), MOTO], check=True)
        home.with_suffix(".new").rename(home)
    sys.path.insert(0, str(home))
    os.environ.update(AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1")
    import logging
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer
    from moto.s3.models import s3_backends

    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    backend = s3_backends["123456789012"]["aws"]
    backend.create_bucket("calls", "us-east-1")
    return "http://127.0.0.1:%d" % moto.get_host_and_port()[1], backend
