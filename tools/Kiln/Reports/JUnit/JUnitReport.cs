using System.Globalization;
using System.Text;
using System.Xml;
using Kiln.Generator.Changes.Findings;
using Kiln.Generator.Diagnostics;

namespace Kiln.Tool.Reports.JUnit;

/// <summary>
/// Findings as JUnit XML in the form that Jenkins and GitLab read: each is a test, which fails if the finding fails the run.
/// Without findings there is one test that passes, because some readers take a report without tests for a fault.
/// </summary>
internal static class JUnitReport
{
    public static string Write(FindingReport report)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            var failures = report.Findings.Items.Count(report.Fails);
            var tests = Math.Max(report.Findings.Count, 1);
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, report, tests, failures);
            xml.WriteStartElement("testsuite");
            WriteCounts(xml, report, tests, failures);
            foreach (var finding in report.Findings)
                Write(xml, report, finding);
            if (report.Findings.Count == 0)
                WriteTest(xml, report.Kind.Name, report.Kind.None);
            xml.WriteEndDocument();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteCounts(XmlWriter xml, FindingReport report, int tests, int failures)
    {
        xml.WriteAttributeString("name", OneLine.Of($"{report.Kind.Command}: {report.New.Label}"));
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
    }

    private static void Write(XmlWriter xml, FindingReport report, Finding finding)
    {
        var direction = FindingWords.Of(finding.Direction);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Line(direction.Length > 0 ? $"{FindingWords.Sentence(finding)} ({direction})" : FindingWords.Sentence(finding)));
        xml.WriteAttributeString("classname", $"{report.Kind.Name}.{finding.Id}");
        if (report.Fails(finding))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", FindingWords.Of(finding.Severity));
            xml.WriteAttributeString("message", Line(FindingWords.Sentence(finding)));
            xml.WriteString(Details(finding));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", Details(finding));
        }
        xml.WriteEndElement();
    }

    private static void WriteTest(XmlWriter xml, string group, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", group);
        xml.WriteEndElement();
    }

    private static string Details(Finding finding)
    {
        var effects = FindingWords.EffectsOf(finding);
        string?[] lines =
        [
            $"{FindingWords.Of(finding.Severity)}: {FindingWords.Sentence(finding)}",
            finding.New is null ? null : $"new: {FindingWords.Of(finding.New)}",
            finding.Old is null ? null : $"old: {FindingWords.Of(finding.Old)}",
            FindingWords.Observed(finding),
            FindingWords.Operations(finding),
            finding.Member is null && effects.Count == 0 ? null : $"C#: {finding.Member}{(effects.Count > 0 && finding.Member is not null ? ": " : "")}{string.Join(", ", effects)}",
            finding.OldCode is null ? null : $"- {finding.OldCode}",
            finding.NewCode is null ? null : $"+ {finding.NewCode}",
            $"fingerprint: {Fingerprint.Of(finding)}",
        ];
        return string.Join('\n', lines.Where(l => l is not null).Select(l => Line(l!)));
    }

    // XML has no control characters, not even escaped, and two characters that are none.
    private static string Line(string text) => OneLine.Of(text).Replace('\ufffe', '\ufffd').Replace('\uffff', '\ufffd');
}
