using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using SentinelOne.ThreatEvents.Models;
using SentinelOne.ThreatEvents.Tests.Spec;
using SentinelOne.ThreatEvents.Tests.Support;

namespace SentinelOne.ThreatEvents.Tests.Reading;

/// <summary>The recorded events, as a caller of the SDK gets them.</summary>
public class ExampleTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string> Fields => [.. ActionPage.Fields.Select(f => f.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_two_events_are_the_recorded_ones_field_by_field()
    {
        await using var console = await ScriptedConsole.WithSample();

        var page = await console.Events().GetAsync(r => r.QueryParameters.Limit = 2, Token);

        Assert.Equal(2, page.Data!.Count);
        foreach (var (recorded, read) in ActionPage.ExampleEvents.Zip(page.Data))
        {
            Assert.All(ActionPage.Fields, f => Assert.Equal(Expected(f, recorded), Property(f.Name).GetValue(read)));
            Assert.Empty(read.AdditionalData);
        }
    }

    [Fact]
    public async Task Their_values_have_the_types_that_a_caller_wants()
    {
        await using var console = await ScriptedConsole.WithSample();

        var page = await console.Events().GetAsync(r => r.QueryParameters.Limit = 2, Token);
        var (first, second) = (page.Data![0], page.Data[1]);

        Assert.Equal(new DateTimeOffset(2021, 12, 14, 20, 23, 45, 999, TimeSpan.Zero), first.CreatedAt);
        Assert.Equal(new DateTimeOffset(2021, 12, 14, 20, 23, 46, TimeSpan.Zero), second.CreatedAt);
        Assert.Equal((AgentOs.Linux, EventObjectType.Process, EventObjectType.File), (first.AgentOs, first.ObjectType, second.ObjectType));
        Assert.Equal((true, true, false, (bool?)false), (first.AgentInfected, first.AgentIsActive, first.AgentIsDecommissioned, first.RelatedToThreat));
        Assert.Equal(("1569749506546751259", "22566", "True"), (first.Id, first.Pid, first.ProcessRoot));
        Assert.Equal(("Process Creation", "File Creation"), (first.EventType, second.EventType));
        Assert.Equal((null, ""), (first.VerifiedStatus, second.VerifiedStatus));
        Assert.Equal(("", null, null), (first.AgentDomain, first.DstPort, first.SiteId));
    }

    [Fact]
    public async Task Ports_are_numbers()
    {
        await using var console = await ScriptedConsole.WithEvents(Bodies.EventWith("dstPort", "443"), Bodies.EventWith("srcPort", "65535"));

        var page = await console.Events().GetAsync(cancellationToken: Token);

        Assert.Equal((443, 65535), (page.Data![0].DstPort, page.Data[1].SrcPort));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_property_is_of_the_fields_type_and_nullable_unless_required(string name)
    {
        var field = ActionPage.Fields.Single(f => f.Name == name);
        var isRequired = SpecDocument.Texts(SpecDocument.Event["required"]).Contains(name);
        var property = Property(name);

        Assert.Equal(TypeOf(field), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        Assert.Equal(isRequired ? NullabilityState.NotNull : NullabilityState.Nullable, Nullability.Create(property).ReadState);
    }

    private static PropertyInfo Property(string field) => typeof(ThreatEvent).GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!;

    private static Type TypeOf(ActionField field) => field switch
    {
        { Name: "agentOs" } => typeof(AgentOs),
        { Name: "objectType" } => typeof(EventObjectType),
        { VendorType: "string" } => typeof(string),
        { VendorType: "boolean" } => typeof(bool),
        { VendorType: "integer(int32)" or "integer" } => typeof(int),
        { VendorType: "string(date-time)" } => typeof(DateTimeOffset),
        _ => throw new InvalidDataException($"{field.Name} is of a type without a C# one here: {field.VendorType}."),
    };

    private static object? Expected(ActionField field, JsonObject recorded)
    {
        if (recorded[field.Name] is not { } value)
            return null;

        var type = TypeOf(field);
        if (type == typeof(string))
            return value.GetValue<string>();
        if (type == typeof(bool))
            return value.GetValue<bool>();
        if (type == typeof(int))
            return value.GetValue<int>();
        if (type == typeof(AgentOs))
            return new AgentOs(value.GetValue<string>());
        if (type == typeof(EventObjectType))
            return new EventObjectType(value.GetValue<string>());
        return DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture);
    }
}
