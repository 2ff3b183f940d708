using Kiln.Generator.Api.Model;
using Kiln.Generator.Collections;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Paths;
using Kiln.Generator.Shapes.Types.Values;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generator.Tests.Shapes;

/// <summary>Names are deterministic, readable and apart.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("createdAt", "CreatedAt")]
    [InlineData("processName__like", "ProcessNameLike")]
    [InlineData("X-RQID", "XRqid")]
    [InlineData("ID", "Id")]
    [InlineData("IP", "Ip")]
    [InlineData("TTL", "Ttl")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("UserID", "UserId")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("baseURLs", "BaseUrls")]
    [InlineData("IOStream", "IoStream")]
    [InlineData("IPv4", "Ipv4")]
    [InlineData("ipv4Address", "Ipv4Address")]
    [InlineData("OAuth2", "OAuth2")]
    [InlineData("iphone", "Iphone")]
    [InlineData("iPhone", "IPhone")]
    [InlineData("macOS", "MacOs")]
    [InlineData("iOS", "Ios")]
    [InlineData("mTLSPort", "MtlsPort")]
    [InlineData("e2e", "E2e")]
    [InlineData("eTag", "ETag")]
    [InlineData("SHA256Hash", "Sha256Hash")]
    [InlineData("3DSecure", "N3DSecure")]
    [InlineData("US_EAST_1A", "UsEast1A")]
    [InlineData("名前ID", "名前Id")]
    [InlineData("v2.1", "V21")]
    [InlineData("42pets", "N42pets")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("StartTime<", "StartTimeLess")]
    [InlineData("@type", "Type")]
    [InlineData("", "Empty")]
    [InlineData("-price", "MinusPrice")]
    [InlineData("no-price", "NoPrice")]
    [InlineData("a_b-c.d/e f", "ABCDEF")]
    [InlineData("pull_requests__1st_", "PullRequests1st")]
    [InlineData("to_+1", "ToPlus1")]
    [InlineData("---", "DashDashDash")]
    [InlineData("_", "Underscore")]
    [InlineData(" ", "Space")]
    [InlineData("字符串", "字符串")]
    [InlineData("straße", "Straße")]
    public void A_word_of_the_document_becomes_a_name(string word, string name) => Assert.Equal(name, Identifiers.Pascal(word));

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("pets//{id}/", "pets {id}")]
    [InlineData("/a/x{b/c}y/{d}{e}.json", "a x{b/c}y {d}{e}.json")]
    [InlineData("/a{b/c", "a{b c")]
    [InlineData("/a}b/{c}/{", "a}b {c} {")]
    public void A_slash_in_braces_belongs_to_the_name_of_a_parameter(string path, string segments) => Assert.Equal(segments, string.Join(" ", PathSegments.Of(path)));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("threat_id", "threatId")]
    [InlineData("ID", "id")]
    public void A_parameter_begins_small_and_is_no_keyword(string word, string name) => Assert.Equal(name, Identifiers.Camel(Identifiers.Pascal(word)));

    [Theory]
    [InlineData("PagedResult<Acme.Item>", "PagedResultOfAcmeItem")]
    [InlineData("PagedResultOfstring", "PagedResultOfString")]
    [InlineData("DictionaryOfstringAndint", "DictionaryOfStringAndInt")]
    [InlineData("KindOfinterest", "KindOfinterest")]
    [InlineData("Envelope`1[[Acme.Item, Acme, Version=1.0.0.0]]", "EnvelopeOfAcmeItem")]
    [InlineData("ValueTuple`2[[System.Int32, System.Private.CoreLib],[System.String, System.Private.CoreLib]]", "ValueTupleOfSystemInt32AndSystemString")]
    [InlineData("Page`1[Acme.Item]", "PageOfAcmeItem")]
    [InlineData("Outer`1+Inner[[A, B]]", "OuterInnerOfA")]
    [InlineData("Dictionary<string,List<int>>", "DictionaryOfStringAndListOfInt")]
    [InlineData("Dictionary<string, List<int?>>", "DictionaryOfStringAndListOfNullableInt")]
    [InlineData("List<>", "List")]
    [InlineData("Dictionary<,>", "Dictionary")]
    [InlineData("Result[Foo]", "ResultOfFoo")]
    [InlineData("Foo[]", "FooArray")]
    [InlineData("Page_Item_", "PageItem")]
    [InlineData("Foo+Bar", "FooBar")]
    [InlineData("Map«string,Item»", "MapOfStringAndItem")]
    [InlineData("a<b", "ALessB")]
    [InlineData("a>b", "AGreaterB")]
    [InlineData("List<Item", "ListLessItem")]
    public void The_name_of_a_generic_type_reads_as_words(string word, string name) => Assert.Equal(name, WantedName.OfType(word).Plain);

    [Fact]
    public void A_name_that_nests_generic_types_without_end_is_read_like_any_other() =>
        Assert.StartsWith("ALessALess", WantedName.OfType(string.Concat(Enumerable.Repeat("A<", 100_000))).Plain, StringComparison.Ordinal);

    [Theory]
    [InlineData("price", "Price", "-price", "MinusPrice", "+price", "PlusPrice")]
    [InlineData("type", "Type", "@type", "AtType", "$type", "DollarType")]
    [InlineData("@type", "AtType", "$type", "DollarType")]
    [InlineData("filter_name", "FilterName", "filter[name]", "FilterBracketName")]
    [InlineData("a", "A", "a.b", "ADotB", "a-b", "ADashB", "aB", "AB", "a_b", "AUnderscoreB", "a/b", "ASlashB", "a b", "ASpaceB")]
    [InlineData("tags", "Tags", "tags[]", "TagsBracket")]
    [InlineData("<", "Less", "<=", "LessEqual", ">=", "GreaterEqual", "!=", "NotEqual", "=", "Equal", "*", "Star", "/", "Slash", ".", "Dot", "%", "Percent", "", "Empty", "-", "Dash")]
    [InlineData("asc", "Asc", "Asc", "Asc2", "ASC", "Asc3")]
    [InlineData("ok", "Ok", "ok👍", "OkU1F44D", "ok👎", "OkU1F44E")]
    public void Names_that_are_chosen_together_do_not_depend_on_the_order(params string[] wordsAndNames)
    {
        var expected = wordsAndNames.Chunk(2).ToList();
        foreach (var rotation in Enumerable.Range(0, expected.Count).SelectMany(i => new[] { Rotate(expected, i), Enumerable.Reverse(Rotate(expected, i)).ToList() }))
        {
            var names = NameGroup.TakeEach(new NameScope(), [.. rotation.Select(e => WantedName.Of(e[0]))]);

            Assert.Equal(rotation.Select(e => e[1]), names);
        }

        static List<string[]> Rotate(List<string[]> items, int by) => [.. items.Skip(by), .. items.Take(by)];
    }

    [Fact]
    public void A_name_that_the_document_chose_is_nobody_elses()
    {
        var names = NameGroup.TakeEach(new NameScope(), [WantedName.Of("-price"), WantedName.Of("price"), WantedName.Of("cost", "Price")]);

        Assert.Equal(["MinusPrice", "Price2", "Price"], names);
    }

    [Fact]
    public void Any_word_becomes_an_identifier() => CsCheck.Check.Sample(
        CsCheck.Gen.String,
        word => Assert.True(SyntaxFacts.IsValidIdentifier(Identifiers.Pascal(word)) && SyntaxFacts.IsValidIdentifier(Identifiers.Camel(Identifiers.Spelled(word)).TrimStart('@')), word));

    [Fact]
    public void Equal_names_are_told_apart_in_order_and_without_regard_to_case()
    {
        var scope = new NameScope(["Task"]);

        Assert.Equal(["Pet", "pet2", "PET3", "TaskModel", "TaskModel2"], [scope.Take("Pet"), scope.Take("pet"), scope.Take("PET"), scope.Take("Task", "Model"), scope.Take("Task", "Model")]);
    }

    [Fact]
    public void Of_several_names_all_are_taken_or_none()
    {
        var scope = new NameScope();
        scope.Take("GetAsync");

        Assert.False(scope.TakeAll("GetAllAsync", "getasync"));
        Assert.Equal("GetAllAsync", scope.Take("GetAllAsync"));
    }

    [Theory]
    [InlineData("A.B.C", "A.Models", "Cat", "Cat", "A.Models")]
    [InlineData("A.B.C", "A.Models", "Pet", "global::A.Models.Pet", null)]
    [InlineData("A.Pet.C", "A.Models", "Pet", "global::A.Models.Pet", null)]
    [InlineData("A.B.Toy", "A.Models", "Toy", "global::A.Models.Toy", null)]
    [InlineData("A.Models", "A.Models", "Pet", "Pet", null)]
    public void A_name_is_short_where_C_sharp_finds_the_right_one(string file, string @namespace, string name, string written, string? used)
    {
        var catalog = new NameCatalog();
        foreach (var each in new[] { "A.Models", "A.Pet.C", "A.B.C", "A.B.Toy" })
            catalog.AddNamespace(each);
        catalog.AddType("A.Models", "Pet", "Model");
        catalog.AddType("A.Models", "Toy", "Model");
        catalog.AddType("A.Models", "Cat", "Model");
        var resolver = new NameResolver(catalog, file);

        Assert.Equal(written, resolver.Write(new TypeName(@namespace, name)));
        Assert.Equal(used is null ? [] : [used], resolver.Usings.Select(u => u.Namespace));
    }

    [Fact]
    public void A_long_file_name_is_cut_and_stays_its_own()
    {
        var one = HintNames.Of(new TypeName("Root." + new string('a', 120), "Type"), "Root");
        var two = HintNames.Of(new TypeName("Root." + new string('a', 121), "Type"), "Root");

        Assert.All([one, two], name => Assert.InRange(name.Length, 1, 100));
        Assert.NotEqual(one, two);
        Assert.EndsWith("Type.g.cs", one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Root.Con", "ConRequestBuilder", "_Con.ConRequestBuilder.g.cs")]
    [InlineData("Root", "LPT1", "_LPT1.g.cs")]
    [InlineData("Root.Consul", "Con", "Consul.Con.g.cs")]
    public void A_file_is_not_called_like_a_device_of_Windows(string @namespace, string type, string expected) =>
        Assert.Equal(expected, HintNames.Of(new TypeName(@namespace, type), "Root"));

    [Fact]
    public void A_file_name_in_another_script_is_cut_to_what_a_file_system_takes()
    {
        var name = HintNames.Of(new TypeName("Root." + new string('字', 88), "Type"), "Root");

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 255);
        Assert.EndsWith("Type.g.cs", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "/web/api/v2.1/threats/{id}/explore/events")]
    [InlineData(3, "/web/api/v2.1/threats/{id}/explore/events", "/web/api/v2.1/threats/{id}/timeline")]
    [InlineData(0, "/pets", "/pets/{id}")]
    [InlineData(1, "/api/pets", "/api/users")]
    [InlineData(0, "/pets")]
    [InlineData(0, "/{id}")]
    [InlineData(0, "/")]
    [InlineData(0, "/a/b", "/c/d")]
    public void What_all_paths_share_is_folded_but_for_the_name_of_a_thing(int folded, params string[] paths)
    {
        var operations = paths.Select(p => new Operation(p, "GET", null, null, null, EquatableArray<Parameter>.Empty, null, EquatableArray<Response>.Empty, null));

        var root = PathTree.Build([.. operations], foldPrefix: true, chosenPrefix: null, names: []);

        var first = paths[0].Split('/', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(folded);
        Assert.Equal(first, root.Children.FirstOrDefault()?.Segment?.Text);
    }

    public static TheoryData<string, string> TypesOfFormats() =>
        [.. Primitives.All.Where(p => p.Namespace.Length > 0).Select(p => (p.CSharp, p.Namespace)).Distinct()];

    [Theory]
    [MemberData(nameof(TypesOfFormats))]
    public void The_type_of_a_format_is_no_name_of_a_document_and_is_found_in_a_namespace_that_hides_it(string type, string home)
    {
        Assert.Contains(type, ReservedNames.Types);
        Assert.Contains(NamespaceAliases.AliasesFor($"Shop.{type}.Api"), alias => alias.Namespace == $"{type} = global::{home}.{type}");
    }
}
