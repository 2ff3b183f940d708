using System.ComponentModel.DataAnnotations;
using Acme.Service.Hosting;
using Acme.Service.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Service.Controllers;

public sealed record Product(int Id, [Required, StringLength(20, MinimumLength = 2)] string Name, [Range(0, 1000)] decimal Price, Color Color, DateTimeOffset? Released);

/// <summary>A query that is one type.</summary>
public sealed class ProductFilter
{
    public string? Name { get; init; }

    [Range(1, 100)]
    public int Limit { get; init; } = 50;

    public List<Color> Colors { get; init; } = [];

    public Priority? Priority { get; init; }

    public DateOnly? From { get; init; }
}

[ApiController]
[Route("products")]
[Produces("application/json")]
public sealed class ProductsController(Received received) : ControllerBase
{
    [HttpGet]
    public ActionResult<PagedResult<Product>> List([FromQuery] ProductFilter filter)
    {
        received.Note(filter);
        return new PagedResult<Product>([Sample(1)], 1, null);
    }

    [HttpGet("{id}", Name = "GetProduct")]
    [ProducesResponseType<Product>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public ActionResult<Product> Get(int id) => id == 1 ? Sample(id) : NotFound();

    [HttpPost]
    [ProducesResponseType<Product>(StatusCodes.Status201Created)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status400BadRequest)]
    public ActionResult<Product> Create(Product product)
    {
        received.Note(product);
        return CreatedAtAction(nameof(Get), new { id = product.Id }, product);
    }

    [HttpPut("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict)]
    public IActionResult Replace(int id, [FromBody] Product product, [FromHeader(Name = "X-Version")] int? version)
    {
        received.Note(product);
        received.Note("version", version);
        return id == product.Id ? NoContent() : Problem("The ids differ.", statusCode: 409, title: "Conflict");
    }

    [HttpDelete("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public IActionResult Delete(int id)
    {
        received.Note("deleted", id);
        return NoContent();
    }

    [HttpHead("{id}")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public IActionResult Exists(int id) => id == 1 ? Ok() : NotFound();

    [HttpGet("{id}/related")]
    public IEnumerable<Product> Related(int id) => [Sample(id + 1), Sample(id + 2)];

    [HttpGet("{id}/picture")]
    [Produces("image/png")]
    public FileContentResult Picture(int id) => File(new byte[] { 137, 80, 78, 71, (byte)id }, "image/png");

    [HttpPost("{id}/picture")]
    public ActionResult<long> Upload(int id, IFormFile file) => received.Note("picture", file.Length + id);

    private static Product Sample(int id) => new(id, "Lamp", 19.90m, Color.Green, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
}
