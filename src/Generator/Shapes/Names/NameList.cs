using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;

namespace Kiln.Generator.Shapes.Names;

/// <summary>All names of an SDK that come from its document.</summary>
internal static class NameList
{
    /// <summary>The names, those of paths and operations first.</summary>
    public static EquatableArray<NameUse> Of(ApiModel api, SdkOptions options)
    {
        var sdk = SdkPlan.Of(api, options);
        return [.. CallNameUses.Of(sdk.Client, sdk.Headers.Plans), .. FacadeNames.Of(sdk.Facade), .. AccessNames.Of(sdk.Access), .. FormNames.Of(sdk.Forms.Plans), .. TypeNames.Of(sdk.Types, api)];
    }
}
