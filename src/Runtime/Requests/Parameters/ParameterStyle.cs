namespace Kiln.Runtime.Requests;

/// <summary>
/// Specifies how a parameter's value is written: a style of OpenAPI 3.2.0 ("Style Values") with its <c>explode</c>, by the table "Style Examples" there. The
/// examples are for the parameter <c>color</c>, the list <c>blue, black</c> and the object <c>R: 100, G: 200</c>.
/// </summary>
/// <remarks>
/// Null properties of objects are left out, and lists and objects without any content are not sent. An object or a list within a list or an object has no form
/// in OpenAPI but for <c>deepObject</c>: it is written as JSON in the other styles. A single value is written as itself in each style.
/// </remarks>
public enum ParameterStyle
{
    /// <summary>In a path or header: <c>blue,black</c> and <c>R,100,G,200</c>.</summary>
    Simple,

    /// <summary>In a path or header: <c>blue,black</c> and <c>R=100,G=200</c>.</summary>
    SimpleExploded,

    /// <summary>In a path: <c>.blue,black</c> and <c>.R,100,G,200</c>.</summary>
    Label,

    /// <summary>In a path: <c>.blue.black</c> and <c>.R=100.G=200</c>.</summary>
    LabelExploded,

    /// <summary>In a path: <c>;color=blue,black</c> and <c>;color=R,100,G,200</c>.</summary>
    Matrix,

    /// <summary>In a path: <c>;color=blue;color=black</c> and <c>;R=100;G=200</c>.</summary>
    MatrixExploded,

    /// <summary>In a query or cookie: <c>color=blue,black</c> and <c>color=R,100,G,200</c>.</summary>
    Form,

    /// <summary>In a query: <c>color=blue&amp;color=black</c> and <c>R=100&amp;G=200</c>; in a cookie with a semicolon and a space in place of each ampersand.</summary>
    FormExploded,

    /// <summary><c>color=blue%20black</c> and <c>color=R%20100%20G%20200</c>. An item that contains a space is refused, as it could not be told from two.</summary>
    SpaceDelimited,

    /// <summary><c>color=blue%7Cblack</c> and <c>color=R%7C100%7CG%7C200</c>. An item that contains a vertical bar is refused.</summary>
    PipeDelimited,

    /// <summary><c>color=blue%09black</c>: <c>collectionFormat: tsv</c> of OpenAPI 2.0. An item that contains a tab is refused.</summary>
    TabDelimited,

    /// <summary>In a query: <c>color%5B0%5D=blue&amp;color%5B1%5D=black</c> and <c>color%5BR%5D=100&amp;color%5BG%5D=200</c>, to any depth. OpenAPI has no form for lists; the items have their index.</summary>
    DeepObject,

    /// <summary>The same with <c>[]</c> for each item of a list: <c>color%5B%5D=blue&amp;color%5B%5D=black</c>.</summary>
    DeepObjectWithBrackets,

    /// <summary>The same with the name of the list for each item: <c>color=blue&amp;color=black</c>.</summary>
    DeepObjectRepeated,

    /// <summary>In a cookie, without percent-encoding (OpenAPI 3.2.0): <c>color=blue,black</c> and <c>color=R,100,G,200</c>.</summary>
    Cookie,

    /// <summary>In a cookie, without percent-encoding (OpenAPI 3.2.0): <c>color=blue; color=black</c> and <c>R=100; G=200</c>.</summary>
    CookieExploded,

    /// <summary>As JSON: a parameter with <c>content</c>.</summary>
    Json,
}
