#!/usr/bin/env bash
# First process of a real node: of its PID namespace, in its mount namespace. Started by node-cluster.ts only.
# When it ends, however it ends, the kernel ends every process of the node and drops its mounts.
#   node-init.sh DIRECTORY FMKUBE NODE ADDRESS
set -euo pipefail
directory="$1" fmkube="$2" node="$3" address="$4"

# -n: nothing is noted in the machine's /run
mount -n --make-rshared /
mount -n -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/netns /run/lock
# kubelet writes to fixed places in both.
mount -n --bind "$directory/var-log" /var/log
mount -n --bind "$directory/var-lib" /var/lib

# kubelet changes settings of the whole machine's kernel, which no namespace holds back and nobody changes again.
# Here it finds files with the values it wants instead, and the kernel keeps its own.
mkdir /run/sysctl
for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
  kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
  name="${setting%=*}" file="/run/sysctl/${setting%=*}"
  mkdir -p "$(dirname "$file")"
  echo "${setting#*=}" >"$file"
  mount -n --bind "$file" "/proc/sys/$name"
done

trap 'exit 0' TERM INT
containerd --config "$directory/containerd.toml" >>"$directory/log/containerd.log" 2>&1 &

# The control plane starts meanwhile; kubelet and kube-proxy wait longer after a refusal than we do here.
until [ -e "$directory/api-is-ready" ] && [ -S /run/containerd/containerd.sock ]; do sleep 0.05; done
"$fmkube" kube-proxy --config "$directory/proxy.yaml" >>"$directory/log/kube-proxy.log" 2>&1 &
"$fmkube" kubelet --config "$directory/kubelet.yaml" --kubeconfig "$directory/kubelet.kubeconfig" \
  --root-dir "$directory/kubelet" --cert-dir "$directory/pki" --hostname-override "$node" --node-ip "$address" \
  >>"$directory/log/kubelet.log" 2>&1 &

wait -n || true
echo "one of containerd, kube-proxy and kubelet ended; the end of their logs:"
tail -n 5 "$directory"/log/{containerd,kube-proxy,kubelet}.log
exit 1
