# A run on this machine, and one on a cluster.
set -eu
run() {
  "$ROOT/bin/beamscribe" transcribe --input="$AUDIO" --locale=ko-KR --model=vosk-small-ko --progress=none "$@"
}
cluster() {
  "$ROOT/bin/flink-local" --state="$WORK/cluster" --taskManagers=1 "$1"
}
run --output="$WORK/here"
trap 'cluster stop' EXIT
cluster start
run --output="$WORK/there" --runner=FlinkRunner --flinkMaster=127.0.0.1:8081
