namespace Kiln.Generator.Changes.Findings;

/// <summary>Which way the data goes that a finding is about.</summary>
internal enum Direction
{
    /// <summary>Neither: a path, a server, a name.</summary>
    None,

    /// <summary>From the client to the service.</summary>
    Request,

    /// <summary>From the service to the client.</summary>
    Response,
}
