namespace Kiln.Tool.Observing.Validation.Schemas;

/// <summary>How traffic contradicts a document.</summary>
internal enum ContradictionKind
{
    /// <summary>A required property is missing.</summary>
    MissingProperty,

    /// <summary>There is null where the schema does not allow it.</summary>
    Null,

    /// <summary>A value has another type.</summary>
    Type,

    /// <summary>A value does not have the format.</summary>
    Format,

    /// <summary>A value is not one of the enum.</summary>
    EnumValue,

    /// <summary>A value is outside of a limit, or does not match the pattern; the detail is the keyword.</summary>
    Limit,

    /// <summary>An object has a property that the schema does not declare; the detail is its name.</summary>
    UndocumentedProperty,

    /// <summary>A value has a type that no alternative of the union has.</summary>
    NoAlternative,

    /// <summary>The property of a discriminator has a value that stands for no schema; the detail is the value.</summary>
    DiscriminatorValue,

    /// <summary>The operation documents no response for the status; the detail is the status.</summary>
    UndocumentedStatus,

    /// <summary>The response, or the request, documents no body of the media type; the detail is the media type.</summary>
    UndocumentedMediaType,

    /// <summary>A body whose media type is JSON is not JSON.</summary>
    InvalidJson,

    /// <summary>A required header of a response is missing.</summary>
    MissingHeader,

    /// <summary>A required parameter was not sent.</summary>
    MissingParameter,

    /// <summary>A parameter was sent that the operation does not declare; the detail is its name.</summary>
    UndocumentedParameter,
}
