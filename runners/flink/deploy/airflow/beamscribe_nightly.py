"""Transcribes each night what has come to the store, on the cluster of kubernetes/session.yaml.

Airflow keeps the secret of the store in a Kubernetes secret, never in the DAG. Runs never overlap: one waits
for the one before, a restarted Airflow finds its pod again, and a pod finds its job on the cluster. A run
that fails, also one with files that failed (exit code 3), goes on where it was when it is tried again.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from kubernetes.client import models as k8s

INPUT = "s3a://<calls>/"
OUTPUT = "s3a://<text>/calls"

with DAG(
    dag_id="beamscribe_nightly",
    schedule="30 1 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=10)},
) as dag:
    KubernetesPodOperator(
        task_id="transcribe",
        name="beamscribe-nightly",
        image="beamscribe-flink:0.1.0",
        cmds=["/opt/flink/bin/flink", "run"],
        arguments=[
            "--jobmanager",
            "beamscribe-rest:8081",
            "--parallelism",
            "8",
            "--class",
            "io.beamscribe.pipelines.TranscribeBatch",
            "/opt/flink/usrlib/beamscribe-flink.jar",
            "--runner=FlinkRunner",
            f"--input={INPUT}",
            f"--output={OUTPUT}",
            "--locale=ko-KR",
        ],
        env_from=[
            k8s.V1EnvFromSource(
                secret_ref=k8s.V1SecretEnvSource(
                    name="beamscribe-object-store", optional=True
                )
            )
        ],
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "250m", "memory": "1Gi"}, limits={"memory": "1Gi"}
        ),
        get_logs=True,
        reattach_on_restart=True,
        # For the cluster to cancel the job when the task is ended.
        termination_grace_period=60,
    )
