namespace Kiln.Generator.Changes.Comparison;

/// <summary>Facts beside a difference that decide which rule applies.</summary>
internal static class Traits
{
    public const string Required = "required";
    public const string Optional = "optional";
    public const string ReadOnly = "read-only";
    public const string WriteOnly = "write-only";
    public const string HasDefault = "has-default";

    /// <summary>The subschema restricts nothing: it has a description and the like only.</summary>
    public const string AnnotationOnly = "annotation-only";

    /// <summary>The old document had marked it as deprecated.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>There was no limit before: it is set, and not changed.</summary>
    public const string Set = "set";

    /// <summary>There is no limit any more.</summary>
    public const string Unset = "unset";
}
