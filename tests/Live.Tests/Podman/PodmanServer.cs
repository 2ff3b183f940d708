using Kiln.Live.Tests.Support;

namespace Kiln.Live.Tests.Podman;

public sealed class PodmanServer() : LiveServer("podman")
{
    /// <summary>The files of an image with a shell, in an archive.</summary>
    public string ImagePath => Path.Combine(Folder, "image.tar");
}
