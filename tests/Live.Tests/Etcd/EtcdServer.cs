using Kiln.Live.Tests.Support;

namespace Kiln.Live.Tests.Etcd;

public sealed class EtcdServer() : LiveServer("etcd");
