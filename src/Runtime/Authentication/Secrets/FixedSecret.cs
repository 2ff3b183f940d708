namespace Kiln.Runtime.Authentication;

/// <summary>A key or token that does not change.</summary>
/// <param name="text">What is sent, without the prefix of its scheme.</param>
/// <param name="hidden">A part of it that cannot be found in it; null for none.</param>
internal sealed class FixedSecret(string text, string? hidden = null) : SecretSource
{
    private readonly Secret secret = new(text, hidden: hidden);

    public override ValueTask<Secret> GetAsync(CancellationToken cancellationToken) => new(secret);
}
