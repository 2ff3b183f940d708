using Kiln.Generator.Tests.Driving;

namespace Kiln.Generator.Tests.Running;

/// <summary>An enum whose values are alternatives with a name and a description each, as a consumer uses it.</summary>
public sealed class ConstantTests
{
    [Fact]
    public void Constants_are_values_of_one_enum() => Assert.Equal(
        """{"level":1,"state":"a","ratio":0.5,"role":"","severity":20,"model":"huge","size":2,"subject":"blue","flag":true} True""",
        Run("""
            var ticket = new Ticket
            {
                Level = Level.High, State = State.Alpha, Ratio = Ratio.Half, Role = TicketRole.Empty, Severity = TicketSeverity.Fatal, Model = new Model("huge"),
                Size = SizeText.Two, Subject = Team.Blue, Flag = true,
            };
            return Json(ticket) + " " + (Read<Ticket>(Json(ticket)).Level == Level.High);
            """));

    [Fact]
    public void A_value_that_is_none_of_them_is_kept() => Assert.Equal(
        """{"level":7,"state":"z"} 7 """,
        Run("""
            var violations = new List<string>();
            var ticket = Read<Ticket>("{\"level\":7,\"state\":\"z\"}", violations);
            return $"{Json(ticket)} {ticket.Level.Value} {string.Join("; ", violations)}";
            """));

    [Fact]
    public void A_value_of_another_type_is_reported_and_kept() => Assert.Equal(
        """{"state":"a","level":"high"} $.level: expected an integer of 32 bits, found string "high" """.TrimEnd(),
        Run("""
            var violations = new List<string>();
            var ticket = Read<Ticket>("{\"level\":\"high\",\"state\":\"a\"}", violations);
            return $"{Json(ticket)} {string.Join("; ", violations)}";
            """));

    private static string Run(string statements) =>
        SdkRun.Of(File.ReadAllText(Checkout.PathOf("tests", "Generator.Tests", "Scenarios", "Constants", "spec.yaml")), statements);
}
