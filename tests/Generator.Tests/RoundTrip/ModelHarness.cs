using System.Text;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Shapes;
using Kiln.Generator.Shapes.Calls;
using Kiln.Generator.Shapes.Calls.Responses;
using Kiln.Generator.Shapes.Naming;
using Kiln.Generator.Shapes.Types;
using Kiln.Generator.Shapes.Types.Values;
using Kiln.Generator.Specs.Grammar;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Tests.RoundTrip;

/// <summary>
/// A C# file that is compiled along with an SDK: it reads and writes JSON as each schema for which the SDK has a type. Which type that is, the
/// plan of the SDK says, so no test guesses a name.
/// </summary>
/// <param name="Source">The file.</param>
/// <param name="Roots">The number that the file has for the schema at a pointer.</param>
internal sealed record ModelHarness(string Source, IReadOnlyDictionary<string, int> Roots)
{
    public const string TypeName = "KilnHarness.Models";

    public const string MethodName = "ReadAndWrite";

    public static ModelHarness Of(SpecMap root, ApiModel api, SdkPlan sdk)
    {
        var names = new NameResolver(sdk.Catalog, "KilnHarness");
        var writer = new TypeWriter(names);
        var roots = new Dictionary<string, int>(StringComparer.Ordinal);
        var cases = new StringBuilder();

        foreach (var (pointer, type, isNullable) in TypesOf(root, api, sdk))
        {
            if (type is null || roots.ContainsKey(pointer))
                continue;
            var wire = type is PrimitiveType { Primitive.Wire: "Json" } ? writer.Wire(type) : writer.Wire(type, isNullable);
            cases.AppendLine($"        case {roots.Count}: return Trip({wire}, json, options);");
            roots.Add(pointer, roots.Count);
        }

        names.Use("Kiln.Runtime.Contracts");
        names.Use("Kiln.Runtime.Wire");
        var usings = string.Join("\n", names.Usings.Select(u => $"    using {u.Namespace};"));
        return new($$"""
            #nullable disable
            #pragma warning disable
            namespace KilnHarness
            {
            {{usings}}
                public static class Models
                {
                    public static byte[] ReadAndWrite(int root, byte[] json, global::Kiln.Runtime.Contracts.ReadOptions options)
                    {
                        switch (root)
                        {
            {{cases}}
                        default: throw new global::System.ArgumentOutOfRangeException(nameof(root));
                        }
                    }

                    private static byte[] Trip<T>(global::Kiln.Runtime.Wire.WireType<T> type, byte[] json, global::Kiln.Runtime.Contracts.ReadOptions options) =>
                        global::Kiln.Runtime.Wire.WireJson.Write(type, global::Kiln.Runtime.Wire.WireJson.Read(type, json, options));
                }
            }
            """, roots);
    }

    private static IEnumerable<(string Pointer, CSharpType? Type, bool IsNullable)> TypesOf(SpecMap root, ApiModel api, SdkPlan sdk)
    {
        foreach (var schema in api.Schemas)
            yield return (schema.Pointer, sdk.Types.Plan(new ReferenceSchema(schema.Pointer), WantedName.OfType(schema.Name).Plain), schema.IsNullable);

        foreach (var call in sdk.Client.AndBelow().SelectMany(b => b.Calls))
        {
            var operation = call.Operation;
            var pointer = string.Concat(PathOperations.KeysOf(operation.Method).Prepend(operation.Path).Prepend("paths").Select(key => "/" + JsonPointer.Escape(key)));
            if (call.Body is { Format: RequestFormat.Json } body)
                yield return (BodyPointer(pointer, body.Sent.Content.MediaType), body.Type, body.IsNullable);
            foreach (var (answer, plan) in AnswersOf(call))
            {
                var types = plan.Result?.Cases.Select(c => (c.Type, c.IsNullable)).ToList() ?? [(plan.Type, plan.IsNullable)];
                // A list of items has no schema of its own.
                foreach (var (received, (type, isNullable)) in answer.Cases.Zip(types).Where(c => ItemPointer(pointer, c.First.Statuses.FirstOrDefault() ?? "", c.First.Content.MediaType) is null))
                    yield return (ResponsePointer(pointer, received.Statuses.FirstOrDefault() ?? "", received.Content.MediaType), type, isNullable);
            }
            foreach (var stream in call.Streams.Where(s => s.Items.Envelope == EventEnvelope.None))
            {
                if (operation.Success is { } success && ItemPointer(pointer, success.Status, stream.Content.MediaType) is { } item)
                    yield return (item, stream.Type, stream.Items.IsNullable);
            }

            foreach (var error in call.Errors)
            {
                var response = operation.Responses.First(r => string.Equals(r.Status, error.Status, StringComparison.OrdinalIgnoreCase));
                foreach (var thrown in error.Bodies.Where(b => b.Type is not null && b.Exception is not { IsOfRuntime: true }))
                    yield return (ResponsePointer(pointer, response.Status, response.Contents.First(c => MediaTypes.NameOf(c.MediaType) == thrown.MediaType).MediaType), thrown.Type, false);
            }
        }

        static IEnumerable<(Answer, ResponsePlan)> AnswersOf(CallPlan call)
        {
            var answers = call.Operation.Answers;
            if (answers.Primary is { } primary)
                yield return (primary, call.Response);
            foreach (var pair in answers.Others.Zip(call.Others, (answer, plan) => (answer, plan.Response)))
                yield return pair;
        }

        string BodyPointer(string operation, string mediaType)
        {
            if (JsonPointer.Find(root, operation + "/parameters") is SpecList parameters)
            {
                // OpenAPI 2.0 has the body among the parameters.
                for (var i = 0; i < parameters.Items.Count; i++)
                {
                    var place = SpecReferences.Follow(root, $"{operation}/parameters/{i}");
                    if (JsonPointer.Find(root, place + "/in").AsText() == "body")
                        return SpecReferences.Follow(root, place + "/schema");
                }
            }
            return Schema(operation + "/requestBody", mediaType);
        }

        string? ItemPointer(string operation, string status, string mediaType) =>
            $"{SpecReferences.Follow(root, $"{operation}/responses/{JsonPointer.Escape(status)}")}/content/{JsonPointer.Escape(mediaType)}/itemSchema" is var item && JsonPointer.Find(root, item) is not null
                ? SpecReferences.Follow(root, item)
                : null;

        string ResponsePointer(string operation, string status, string mediaType) => Schema($"{operation}/responses/{JsonPointer.Escape(status)}", mediaType);

        string Schema(string owner, string mediaType)
        {
            owner = SpecReferences.Follow(root, owner);
            var own = owner + "/schema";
            return SpecReferences.Follow(root, JsonPointer.Find(root, own) is null ? $"{owner}/content/{JsonPointer.Escape(mediaType)}/schema" : own);
        }
    }
}
