namespace Kiln.Generator.Shapes.Names;

/// <summary>The extensions by which a document says names.</summary>
internal enum NameExtension
{
    /// <summary>
    /// On an operation, the name of its methods; on a parameter or header, that of its property; on a security scheme or a server, that of the method that makes its credential or its URL.
    /// </summary>
    Own,

    /// <summary>On a schema, the name of its type.</summary>
    Type,

    /// <summary>On a schema, the names of its properties.</summary>
    Properties,

    /// <summary>On a schema, the names of its enum's values.</summary>
    Values,

    /// <summary>On an operation, the name of its methods in the class that has those of all operations.</summary>
    Operation,

    /// <summary>On an operation, the name of the class of its query parameters.</summary>
    Query,

    /// <summary>On an operation, the name of the class of its parameters in headers and cookies.</summary>
    HeaderParameters,

    /// <summary>On an operation, the name of the class of its results.</summary>
    Result,

    /// <summary>On an operation, the names of its parameters.</summary>
    Parameters,

    /// <summary>On a response, the name of the class of its headers.</summary>
    Headers,

    /// <summary>On a response, the name of its exception.</summary>
    Exception,

    /// <summary>On the document, the names of paths' last segments.</summary>
    Paths,

    /// <summary>On the document, the beginning of paths that the client's properties do not show.</summary>
    Prefix,
}
