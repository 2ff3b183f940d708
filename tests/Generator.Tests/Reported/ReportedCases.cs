namespace Kiln.Generator.Tests.Reported;

/// <summary>What is right for each reported document at run time: what is read, written and sent.</summary>
internal static class ReportedCases
{
    public static IReadOnlyList<ReportedCase> All { get; } =
    [
        // Enums
        new("annotated-integer-enum",
            """
            return $"{Level.One.Value} {Level.Two.Value} {State.Alpha.Value} {State.Beta.Value} {Plain.Value1.Value} {Plain.Value2.Value} "
                + $"{Read(WireType.Enum<Level, long>(WireType.Int64), "2") == Level.Two} {Write(WireType.Enum<State>(), State.Alpha)}";
            """,
            "1 2 a b 1 2 True \"a\""),
        new("enum-of-documented-constants",
            """
            int low = AResponseLevel.Low.Value;
            return $"{low} {AResponseLevel.High.Value} {Read<AResponse>("{\"level\":1}").Level == AResponseLevel.High} {Json(new AResponse { Level = AResponseLevel.Low })}";
            """,
            """0 1 True {"level":0}"""),
        new("signs-in-enum",
            """
            return $"{ASort.MinusPrice.Value} {ASort.Price.Value} {ASort.PlusPrice.Value} {client.A.ToGetRequestInformation(r => r.QueryParameters.Sort = ASort.MinusPrice).URI.Query}";
            """,
            "-price price +price ?sort=-price"),
        new("signs-in-enum-in-another-order",
            """
            return $"{ASort.MinusPrice.Value} {ASort.Price.Value} {ASort.PlusPrice.Value} {client.A.ToGetRequestInformation(r => r.QueryParameters.Sort = ASort.PlusPrice).URI.Query}";
            """,
            "-price price +price ?sort=%2Bprice"),
        new("yaml-text-with-zeros",
            """
            return $"{string.Join(" ", Month.KnownValues)}, {string.Join(" ", Code.KnownValues)}, {new D().C} {Write(WireType.Enum<Month>(), Month.N08)}";
            """,
            "01 02 07 08 09 10, 012 0x1F +1, 007 \"08\""),

        // Names
        new("generic-schema-names",
            """return Json(new PagedResultOfAcmeItem { N = 1 }) + Json(new EnvelopeOfAcmeItem { N = 2 });""",
            """{"n":1}{"n":2}"""),
        new("title-of-inline-schema",
            """
            VolumePruneResponse pruned = await client.Prune.PostAsync();
            return pruned.SpaceReclaimed;
            """,
            "9000000000", "200 OK\n\n{\"SpaceReclaimed\":9000000000}"),

        // Nulls
        new("null-spelled-as-enum",
            """"
            var violations = new List<string>();
            var none = Read<Product>("""{"oldPrice":null,"flag":null}""", violations);
            var some = Read<Product>("""{"oldPrice":{"amount":1.50},"flag":true}""", violations);
            return $"{Json(none)} {none.OldPrice is null} {none.Flag is null} {Json(some)} {some.OldPrice!.Amount} {some.Flag} {violations.Count}";
            """",
            """{"oldPrice":null,"flag":null} True True {"oldPrice":{"amount":1.50},"flag":true} 1.50 True 0"""),
        new("nullable-only-case",
            """"
            var violations = new List<string>();
            var none = Read<AResponse>("""{"usage":null}""", violations);
            return $"{Json(none)} {none.Usage is null} {Read<AResponse>("""{"usage":{"cpu":2}}""", violations).Usage!.Cpu} {violations.Count}";
            """",
            """{"usage":null} True 2 0"""),
        new("nullable-text-answer", "return await client.A.GetAsync();", "null", "200 OK\nContent-Type: application/json\n\nnull"),
        new("nullable-text-answer", "return await client.A.GetAsync();", "text", "200 OK\nContent-Type: application/json\n\n\"text\""),
        new("ok-or-no-content", "return await client.A.GetAsync();", "null", "204 No Content"),
        new("ok-or-no-content", "return (await client.A.GetAsync())!.A;", "1", "200 OK\nContent-Type: application/json\n\n{\"a\":1}"),

        // Reading of the document
        new("id-makes-a-base",
            """"return Again<Nest>("""{"list":[{"w":1}],"me":{"list":[]}}""") + Json(new Nest { List = [new NestIn { W = 2 }], Me = new Nest() });"""",
            """{"list":[{"w":1}],"me":{"list":[]}}{"list":[{"w":2}],"me":{}}"""),
        new("quoted-text-at-indent", "return client.GetType().Name;", "TClient"),

        // Requests
        new("header-list-wrapped",
            """
            var requests = new[]
            {
                client.Nullable.ToGetRequestInformation(r => r.QueryParameters.XToken = "a,b"),
                client.Allof.ToGetRequestInformation(r => r.QueryParameters.XToken = "a,b"),
                client.Sibling.ToGetRequestInformation(r => r.QueryParameters.XToken = "a,b"),
            };
            return string.Join(" ", requests.Select(r => string.Join("|", r.Headers["X-Token"])));
            """,
            "a,b a,b a,b"),
        new("path-value-has-type-of-another-path",
            """
            return client.Teams[5].ToGetRequestInformation().URI.AbsolutePath + " " + client.Teams["red"].Members.ToGetRequestInformation().URI.AbsolutePath;
            """,
            "/teams/5 /teams/red/members"),

        // Unions and inheritance
        new("default-mapping-ignored",
            """"
            var unions = new[] { """{"k":"zz"}""", "{}", """{"k":"a"}""" }.Select(json => Read(WireType.Union<U>(), json).Value.GetType().Name);
            var pets = new[] { """{"t":"zz"}""", "{}", """{"t":"cat"}""" }.Select(json => Read<Pet>(json).GetType().Name);
            return string.Join(" ", unions.Concat(pets));
            """",
            "Ub Ub Ua Other Other Cat"),
        new("discriminator-not-first",
            """"
            var sent = new StreamReader(client.A.ToPostRequestInformation(new Person { Email = "a@b" }).Content).ReadToEnd();
            return sent + Write(WireType.Union<Customer>(), Read(WireType.Union<Customer>(), """{"email":"a@b","kind":"person"}"""));
            """",
            """{"kind":"person","email":"a@b"}{"kind":"person","email":"a@b"}"""),
        new("discriminator-second-level",
            """"return Read<Base>("""{"kind":"mid","sub":"leaf"}""").GetType().Name + Json(new Leaf());"""",
            """Leaf{"kind":"mid","sub":"leaf"}"""),
        new("required-constant-is-empty",
            """
            Shape shape = new Circle { R = 1 };
            var sent = new StreamReader(client.A.ToPostRequestInformation(shape).Content).ReadToEnd();
            return sent + Json(new Circle { R = 1 }) + Json(new Square { S = 2 }) + Json(new Versioned());
            """,
            """{"$type":"circle","r":1}{"$type":"circle","r":1}{"$type":"square","s":2}{"n":1}"""),
        new("union-in-path-parameter",
            """
            return client.W[5].Runs.ToGetRequestInformation().URI.AbsolutePath + " " + client.W["five"].Runs.ToGetRequestInformation().URI.AbsolutePath;
            """,
            "/w/5/runs /w/five/runs"),
        new("union-same-csharp-type",
            """"
            var violations = new List<string>();
            var numbers = Read<Holder>("""{"id":5,"price":1.50,"when":1714564800,"names":["a"],"labels":{"a":"b"}}""", violations);
            var strings = Read<Holder>("""{"id":"5","price":"1.50","when":"2024-05-01T12:00:00Z","names":["a",null],"labels":{"a":null}}""", violations);
            return $"{numbers.Id == strings.Id} {numbers.Price == strings.Price} {numbers.When == strings.When} {strings.Names![1] is null} {strings.Labels!["a"] is null} {Json(numbers)} {Json(strings)} {violations.Count}";
            """",
            """True True True True True {"id":5,"price":1.50,"when":1714564800,"names":["a"],"labels":{"a":"b"}} """ +
            """{"id":"5","price":"1.50","when":"2024-05-01T12:00:00Z","names":["a",null],"labels":{"a":null}} 0"""),
        new("union-with-tuple",
            """"
            U pair = ("a", 1), text = "b";
            return Write(WireType.Union<U>(), pair) + Write(WireType.Union<U>(), text) + Read(WireType.Union<U>(), """["c",2]""").AsTuple + Read(WireType.Union<U>(), "\"d\"").AsString;
            """",
            """["a",1]"b"(c, 2)d"""),

        // Values
        new("aspnet-numbers",
            """"
            var violations = new List<string>();
            var read = Read<F>("""{"t":"5","w":"1.5","m":"6","typeless":"7"}""", violations);
            var strict = Read(WireType.Model<F>(), """{"t":"5","m":null}""", new ReadOptions { Mode = ContractMode.Strict });
            var query = client.A.ToGetRequestInformation(r => (r.QueryParameters.Days, r.QueryParameters.Typeless) = (3, 4)).URI.Query;
            return $"{read.T} {read.W} {read.M} {read.Typeless} {Json(read)} {Json(strict)} {Json(new F { T = 8, W = 0.5, M = 9, Typeless = 10 })} {query} {violations.Count}";
            """",
            """5 1.5 6 7 {"t":"5","w":"1.5","m":"6","typeless":"7"} {"t":"5","m":null} {"t":8,"w":0.5,"m":9,"typeless":10} ?days=3&typeless=4 0"""),
        new("duration-of-dotnet",
            """"
            var violations = new List<string>();
            var read = Read<AResponse>("""{"d":"00:01:30","g":"2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6"}""", violations);
            return $"{read.D == TimeSpan.FromSeconds(90)} {read.G == new Guid("2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6")} {Json(read)} {string.Join("; ", violations)}";
            """",
            """True True {"d":"00:01:30","g":"2f4e1e0a-1b2c-4d3e-8f90-a1b2c3d4e5f6"} $.d: expected a duration of RFC 3339, found string "00:01:30" """.TrimEnd()),
        new("numbers-anyof-30",
            """"
            var violations = new List<string>();
            var read = Read<Product>("""{"id":"18446744073709551615","amount":"5","stars":"5"}""", violations);
            var path = client.Products[ulong.MaxValue].ToGetRequestInformation().URI.AbsolutePath;
            return $"{read.Id} {read.Amount} {read.Stars} {new Product().Stars} {Read<Product>("""{"id":1}""").Stars} {Json(new Product { Id = 1, Amount = 9.99m })} {path} {violations.Count}";
            """",
            """18446744073709551615 5 5 3 3 {"id":1,"amount":9.99} /products/18446744073709551615 0"""),
        new("time-with-offset",
            """"
            var violations = new List<string>();
            var read = new[] { "10:00:00Z", "10:00:00+02:00", "10:00:00" }.Select(t => Read<AResponse>($$"""{"t":"{{t}}"}""", violations)).ToList();
            var same = string.Concat(read.Select(Json));
            read[1].T = new TimeOnly(11, 0);
            return $"{string.Join(" ", read.Select(r => r.T == new TimeOnly(10, 0)))} {same} {Json(read[1])} {Json(new AResponse { T = new TimeOnly(10, 0) })} {violations.Count}";
            """",
            """True False True {"t":"10:00:00Z"}{"t":"10:00:00+02:00"}{"t":"10:00:00"} {"t":"11:00:00"} {"t":"10:00:00"} 0"""),
    ];
}
