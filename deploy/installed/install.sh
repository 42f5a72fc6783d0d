#!/usr/bin/env bash
# Puts an unpacked archive to work on a server with systemd. Can be run again: nothing that is there is overwritten.
set -euo pipefail
home=$(dirname "$(readlink -f "$0")")
[ "$(id -u)" = 0 ] || { echo "install.sh: run it as root" >&2; exit 1; }
id gongzhi >/dev/null 2>&1 || useradd --system --home-dir /var/lib/gongzhi --shell /usr/sbin/nologin gongzhi
install -d -o gongzhi -g gongzhi -m 700 /var/lib/gongzhi /var/backups/gongzhi
ln -sfn "$home/bin/gongzhi" /usr/local/bin/gongzhi
if [ ! -f /etc/gongzhi.conf ]; then
  printf '%s\n' 'server.port=8080' 'gongzhi.demo=false' 'gongzhi.data-dir=/var/lib/gongzhi' >/etc/gongzhi.conf
fi
sed "s|@HOME@|$home|g" "$home/systemd/gongzhi.service" >/etc/systemd/system/gongzhi.service
sed "s|@HOME@|$home|g" "$home/systemd/gongzhi-backup.service" >/etc/systemd/system/gongzhi-backup.service
cp "$home/systemd/gongzhi-backup.timer" /etc/systemd/system/
systemctl daemon-reload
systemctl enable --now gongzhi.service gongzhi-backup.timer
echo "Gongzhi is starting. The one-time passwords of the three administrators: journalctl -u gongzhi"
