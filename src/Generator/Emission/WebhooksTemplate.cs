using Kiln.Generator.Shapes.Files;
using Kiln.Generator.Text;

namespace Kiln.Generator.Emission;

/// <summary>Writes the class that reads webhooks and callbacks.</summary>
internal static class WebhooksTemplate
{
    public static string Write(WebhooksShape webhooks) => Source.Of($$"""
        /// <summary>Reads the requests that the service sends: its webhooks and callbacks. Thread-safe.</summary>
        {{Docs.TypeAttributes(webhooks.Doc)}}
        public static partial class {{webhooks.Name}}
        {
            {{Source.Members(webhooks.Signatures.Select(s => Signature(s, webhooks.Runtime)))}}

            {{(webhooks.Event is { } any ? Event(any, webhooks.Runtime) : "")}}

            {{Source.Members(webhooks.Webhooks.Select(w => Webhook(w, webhooks.Runtime)))}}
        }
        """);

    private static string Signature(SignatureShape signature, WebhookTypesShape runtime) => Source.Of($$"""
        /// <summary>Gets how the service signs {{(signature.IsOfAll ? "its requests" : "the webhooks and callbacks whose methods verify with it")}}.</summary>
        public static {{runtime.Signature}} {{signature.Property}} { get; } = {{signature.Expression}};
        """);

    private static string Event(EventShape any, WebhookTypesShape runtime) => Source.Members(
    [
        any.Signature is { } signature
            ? Source.Of($$"""
                {{DocComment.Element("summary", $"Verifies the signature of any of the webhooks, then reads its body, whose `{any.Property}` says which it is.")}}
                {{Inherited(runtime, isSigned: true)}}
                public static {{any.Type}} Read({{SignedParameters(runtime)}}) =>
                    {{Read(any.Wire, runtime, signature)}};
                """)
            : "",
        Source.Of($$"""
            {{DocComment.Element("summary", $"Reads the body of any of the webhooks, whose `{any.Property}` says which it is{(any.Signature is null ? "" : ", without verifying its signature")}.")}}
            {{Inherited(runtime, isSigned: false)}}
            public static {{any.Type}} Read{{Unverified(any.Signature)}}({{Parameters(runtime)}}) =>
                {{Read(any.Wire, runtime, null)}};
            """),
    ]);

    private static string Webhook(WebhookShape webhook, WebhookTypesShape runtime) => Source.Members(
    [
        webhook is { Type: not null, Signature: { } signature } ? Verifying(webhook, signature, runtime) : "",
        webhook.Type is null ? "" : Reading(webhook, runtime),
        webhook.HeadersType is null ? "" : Headers(webhook, runtime),
    ]);

    private static string Verifying(WebhookShape webhook, string signature, WebhookTypesShape runtime) => Source.Of($$"""
        {{OwnDocs(webhook)}}
        {{Inherited(runtime, isSigned: true)}}
        {{Docs.Obsolete(webhook.Doc)}}
        public static {{webhook.Type}} Read{{webhook.Name}}({{SignedParameters(runtime)}}) =>
            {{Read(webhook.Wire, runtime, signature)}};
        """);

    private static string Reading(WebhookShape webhook, WebhookTypesShape runtime) => Source.Of($$"""
        {{(webhook.Signature is null ? OwnDocs(webhook) : DocComment.Element("summary", $"Reads the body of {Kind(webhook)} without verifying its signature."))}}
        {{Inherited(runtime, isSigned: false)}}
        {{Docs.Obsolete(webhook.Doc)}}
        public static {{webhook.Type}} Read{{webhook.Name}}{{Unverified(webhook.Signature)}}({{Parameters(runtime)}}) =>
            {{Read(webhook.Wire, runtime, null)}};
        """);

    private static string Headers(WebhookShape webhook, WebhookTypesShape runtime) => Source.Of($$"""
        {{DocComment.Element("summary", $"Reads the headers of {Kind(webhook)}.")}}
        /// <param name="headers">The headers of the request.</param>
        {{Docs.Obsolete(webhook.Doc)}}
        public static {{webhook.HeadersType}} Read{{webhook.Name}}Headers({{runtime.Headers}} headers) => headers.As<{{webhook.HeadersType}}>();
        """);

    // The short name is that of the method which nobody can be deceived by.
    private static string Unverified(string? signature) => signature is null ? "" : "Unverified";

    private static string OwnDocs(WebhookShape webhook)
    {
        var fallback = $"Reads the body of {Kind(webhook)}.";
        return Docs.Write(webhook.Doc, fallback, Remarks(webhook));
    }

    private static string Kind(WebhookShape webhook) => $"the {(webhook.Url is null ? "webhook" : "callback")} {DocComment.Code(webhook.Key)}";

    // The webhook `newPet`, sent by POST. Expected responses: 200 (The data was received).
    private static string Remarks(WebhookShape webhook)
    {
        var kind = Kind(webhook);
        var callers = webhook.Callers.Count == 0 ? "" : $" of {string.Join(", ", webhook.Callers.Select(DocComment.Code))}";
        var url = webhook.Url is { } expression ? $" to {DocComment.Code(expression)}" : "";
        var responses = string.Join(", ", webhook.Responses.Select(a => a.Description is { } text ? $"{a.Status} ({OneLine(text)})" : a.Status));
        return $"{char.ToUpperInvariant(kind[0])}{kind.Substring(1)}{callers}, sent by {webhook.Method}{url}.{(responses.Length == 0 ? "" : $" Expected responses: {responses}.")}";
    }

    private static string OneLine(string text) => PlainProse.Of(text).Replace('\n', ' ').Trim().TrimEnd('.');

    private static string Inherited(WebhookTypesShape runtime, bool isSigned) => isSigned
        ? $"/// <inheritdoc cref=\"{runtime.Payload}.Read{{T}}(WireType{{T}}, {runtime.Signature}, {runtime.Headers}, ReadOnlySpan{{byte}}, IReadOnlyList{{string}}, {runtime.Options})\" path=\"param|returns|exception\"/>"
        : $"/// <inheritdoc cref=\"{runtime.Payload}.Read{{T}}(WireType{{T}}, ReadOnlySpan{{byte}}, {runtime.Options})\" path=\"param|returns|exception\"/>";

    private static string Parameters(WebhookTypesShape runtime) => $"ReadOnlySpan<byte> json, {runtime.Options}? options = null";

    private static string SignedParameters(WebhookTypesShape runtime) => $"{runtime.Headers} headers, ReadOnlySpan<byte> json, IReadOnlyList<string> keys, {runtime.Options}? options = null";

    private static string Read(string wire, WebhookTypesShape runtime, string? signature) =>
        $"{runtime.Payload}.Read({wire}, {(signature is null ? "" : $"{signature}, headers, ")}json, {(signature is null ? "" : "keys, ")}options)";
}
