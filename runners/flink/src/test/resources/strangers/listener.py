"""listener.py LOG: logs whom packets are for, other than this machine's own addresses, and what name servers are asked."""
import ipaddress
import socket
import sys

EVERYTHING = 3
packets = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(EVERYTHING))
packets.bind(("lo", 0))
with open(sys.argv[1], "w", buffering=1) as log:
    while True:
        packet = packets.recv(65535)
        version = packet[0] >> 4
        if version == 4:
            to, protocol, body = packet[16:20], packet[9], packet[(packet[0] & 15) * 4 :]
        elif version == 6:
            to, protocol, body = packet[24:40], packet[6], packet[40:]
        else:
            continue
        address = ipaddress.ip_address(to)
        address = getattr(address, "ipv4_mapped", None) or address
        # Neighbours of IPv6 are looked for by the system itself.
        if not (address.is_loopback or address.is_multicast):
            port = int.from_bytes(body[2:4], "big")
            name = body[20:-5].decode("ascii", "replace") if port == 53 else ""
            name = "".join(c if c.isprintable() else "." for c in name)
            print(f"protocol {protocol}, {address} port {port} {name}", file=log)
