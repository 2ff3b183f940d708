namespace Kiln.Generator.Shapes.Names;

/// <summary>What a name in C# is of.</summary>
internal enum NameKind
{
    /// <summary>The client's class.</summary>
    Client,

    /// <summary>The segment of a path: a namespace, the class of a request builder, and the property or method that leads to it.</summary>
    Path,

    /// <summary>What the client's properties do not show of paths.</summary>
    Prefix,

    /// <summary>The methods of an operation.</summary>
    Method,

    /// <summary>The methods of an operation in the class that has those of all operations.</summary>
    Operation,

    /// <summary>The class of an object.</summary>
    Class,

    /// <summary>The struct of an enum.</summary>
    Enum,

    /// <summary>The class of a union.</summary>
    Union,

    /// <summary>The class of an operation's query parameters.</summary>
    Query,

    /// <summary>The class of an operation's parameters in headers and cookies.</summary>
    HeaderParameters,

    /// <summary>The class of an operation's results.</summary>
    Result,

    /// <summary>The class of a multipart form.</summary>
    Form,

    /// <summary>The class of a response's headers.</summary>
    Headers,

    /// <summary>The exception of a response.</summary>
    Exception,

    /// <summary>The property of an object or a form.</summary>
    Property,

    /// <summary>The value of an enum.</summary>
    Value,

    /// <summary>The property of the class of a query or of header parameters, or an argument.</summary>
    Parameter,

    /// <summary>The property of a headers class.</summary>
    Header,

    /// <summary>The method that makes the credential of a security scheme.</summary>
    Credential,

    /// <summary>The method that makes the URL of a server.</summary>
    Server,
}
