# network.sh LISTENER RESOLVER LOG COMMAND...: runs a command in a network where all addresses are this
# machine's, and a listener logs what is sent to any but the loopback's own.
set -eu
listener=$1 resolver=$2 log=$3
shift 3
ip link set lo up
ip route add local default dev lo
ip -6 route add local default dev lo || true # a machine without IPv6
mount --bind "$resolver" /etc/resolv.conf
python3 "$listener" "$log" &
until [ -e "$log" ]; do
  kill -0 $!
done
code=0
"$@" || code=$?
kill $!
exit $code
