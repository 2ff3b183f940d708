namespace Kiln.Tool.Tests.Reports;

/// <summary>Two versions of a document.</summary>
internal static class PetDocuments
{
    public const string Old = """
        openapi: 3.1.0
        info:
          title: Pet Store
          version: 1.4.2
        paths:
          /pets:
            get:
              summary: Lists pets
              operationId: listPets
              parameters:
                - name: offset
                  in: query
                  schema:
                    type: integer
              responses:
                '200':
                  $ref: '#/components/responses/Pets'
          /pets/{id}:
            parameters:
              - $ref: '#/components/parameters/Id'
            get:
              operationId: getPet
              responses:
                '200':
                  $ref: '#/components/responses/Pet'
            delete:
              operationId: deletePet
              responses:
                '204':
                  description: Deleted
        components:
          schemas:
            Pet:
              type: object
              required: [id, name, owner]
              properties:
                id:
                  type: string
                name:
                  type: string
                  maxLength: 80
                status:
                  type: string
                  enum:
                    - available
                    - pending
                    - sold
                owner:
                  type: object
                  required: [name]
                  properties:
                    name:
                      type: string
        """;

    public const string New = """
        openapi: 3.1.0
        info:
          title: Pet Store
          version: 2.0.0
        paths:
          /pets:
            get:
              summary: Lists the pets that the caller may see
              operationId: listPets
              parameters:
                - name: cursor
                  in: query
                  schema:
                    type: string
              responses:
                '200':
                  $ref: '#/components/responses/Pets'
          /pets/{id}:
            parameters:
              - $ref: '#/components/parameters/Id'
            get:
              operationId: getPet
              responses:
                '200':
                  $ref: '#/components/responses/Pet'
        components:
          schemas:
            Pet:
              type: object
              required: [id, name, owner]
              properties:
                id:
                  type: string
                name:
                  type: string
                  maxLength: 40
                status:
                  type: string
                  enum:
                    - available
                    - pending
                owner:
                  type: [object, 'null']
                  required: [name]
                  properties:
                    name:
                      type: string
                microchip:
                  type: string
        """;
}
