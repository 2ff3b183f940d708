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

    /// <summary>It is sent as text in which all values are strings: a form, or a body that is not JSON.</summary>
    public const string TextOnly = "text-only";

    /// <summary>What was removed had a date for it, which has come.</summary>
    public const string SunsetPassed = "sunset-passed";

    /// <summary>What was removed had a date for it, which is still to come.</summary>
    public const string BeforeSunset = "before-sunset";

    /// <summary>It has a date for its removal.</summary>
    public const string WithSunset = "with-sunset";

    /// <summary>It has no date for its removal, though the terms require one for its stability level.</summary>
    public const string SunsetMissing = "sunset-missing";

    /// <summary>The date of its removal is no date.</summary>
    public const string InvalidSunset = "invalid-sunset";

    /// <summary>The date of its removal leaves less time than the terms require for its stability level.</summary>
    public const string SunsetTooSoon = "sunset-too-soon";

    /// <summary>Its stability level is none that is known.</summary>
    public const string InvalidStability = "invalid-stability";

    /// <summary>Its stability level in the old document is <c>draft</c> or <c>alpha</c>, of which nothing is promised.</summary>
    public const string Unstable = "unstable";

    /// <summary>The path has no other operation that is left.</summary>
    public const string WholePath = "whole-path";

    /// <summary>The parameter is declared for all operations of its path.</summary>
    public const string PathLevel = "path-level";

    public const string InPath = "in-path";
    public const string InQuery = "in-query";
    public const string InHeader = "in-header";
    public const string InCookie = "in-cookie";

    /// <summary>The status is one of success.</summary>
    public const string Success = "success";

    /// <summary>The status is not one of success.</summary>
    public const string NonSuccess = "non-success";

    /// <summary>Requests without credentials were accepted, and are not any more.</summary>
    public const string AuthenticationRequired = "authentication-required";

    /// <summary>Requests without credentials are accepted, and were not before.</summary>
    public const string AuthenticationDropped = "authentication-dropped";

    /// <summary>Nothing of the version was increased, or not its first number.</summary>
    public const string NotBumped = "not-bumped";

    /// <summary>The document does not say it: it is inferred.</summary>
    public const string Inferred = "inferred";

    /// <summary>All that was said is still said, and something else in addition.</summary>
    public const string Extended = "extended";

    /// <summary>It belongs to a request that the service sends: a webhook or callback.</summary>
    public const string Outgoing = "outgoing";
}
