package org.duijie.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.duijie.gateway.service.Service;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper YAML = new YAMLMapper();

    private static final String OWN = """
            openapi: 3.1.0
            info: {title: Duijie, version: 0.1.0}
            tags: [{name: problems}]
            paths:
              /version:
                get:
                  operationId: readVersion
                  tags: [problems]
                  responses: {default: {$ref: '#/components/responses/Refused'}}
            components:
              responses:
                Refused:
                  description: refused
                  content: {application/problem+json: {schema: {$ref: '#/components/schemas/ProblemDetail'}}}
              schemas:
                ProblemDetail: {type: object, properties: {type: {type: string}}}
            """;

    private static final String PROJECT = """
            openapi: 3.1.0
            info: {title: project-service, version: 0.1.0}
            security: [{oidc: []}]
            tags: [{name: unused}, {name: problems}, {name: needs}]
            paths:
              /needs:
                get:
                  operationId: list
                  tags: [needs]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
                    '400': {description: no, content: {application/problem+json: {schema: {$ref: '#/components/schemas/ProblemDetail'}}}}
                post:
                  operationId: create
                  security: []
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                  responses: {'201': {description: made}}
              /dead-letters/{id}/replays:
                post: {operationId: replay, responses: {'204': {description: done}}}
              /problems:
                get: {operationId: listProblems, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Unused'}}}}}}
            webhooks:
              needPublished:
                post:
                  operationId: receiveNeedPublished
                  security: []
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Notice'}}}}
                  responses: {'204': {description: taken}}
            components:
              securitySchemes: {oidc: {type: openIdConnect, openIdConnectUrl: 'https://id.example'}}
              schemas:
                ProblemDetail: {type: object, properties: {type: {type: string}}}
                Page: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
                Item:
                  oneOf: [{$ref: '#/components/schemas/Goods'}]
                  discriminator: {propertyName: kind, mapping: {GOODS: '#/components/schemas/Goods'}}
                Goods: {type: object, properties: {value: {$ref: '#/components/schemas/Money'}, mapping: {type: object}}}
                Money: {type: string}
                Unused: {type: object}
                Notice: {type: object, properties: {data: {$ref: '#/components/schemas/Goods'}}}
            """;

    private static final String ORGANIZATION = """
            openapi: 3.1.0
            info: {title: organization-service, version: 0.1.0}
            paths:
              /offers:
                get:
                  operationId: list
                  responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
              /dead-letters/{id}/replays:
                post: {operationId: replay, responses: {'204': {description: done}}}
            components:
              schemas:
                Page: {type: object, properties: {offers: {type: array, items: {$ref: '#/components/schemas/OrganizationOffer'}}}}
                OrganizationOffer: {type: object, properties: {level: {$ref: '#/components/schemas/OrganizationLevel'}}}
                OrganizationLevel: {type: string}
                Level: {type: integer}
                ProblemDetail: {type: object, description: another one}
            """;

    private final JsonNode merged = merge();

    @Test
    void keepsSchemasOfOneNameApart() {
        assertThat(merged.at("/paths/~1needs/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProjectPage");
        assertThat(merged.at("/paths/~1offers/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/OrganizationPage");
        assertThat(merged.at("/components/schemas/ProjectPage/properties").has("items"))
                .isTrue();
        assertThat(merged.at("/components/schemas/ProjectPage/properties").has("offers"))
                .isFalse();
        assertThat(merged.at("/components/schemas/OrganizationPage/properties").has("offers"))
                .isTrue();
    }

    @Test
    void repeatsNoWordInANameUnlessItMust() {
        JsonNode schemas = merged.path("components").path("schemas");
        assertThat(schemas.has("OrganizationOffer")).isTrue();
        assertThat(schemas.at("/OrganizationOffer/properties/level/$ref").asText())
                .isEqualTo("#/components/schemas/OrganizationOrganizationLevel");
        assertThat(schemas.at("/OrganizationOrganizationLevel/type").asText()).isEqualTo("string");
    }

    @Test
    void keepsOneOfWhatTheServicesShare() {
        assertThat(merged.at("/paths/~1needs/get/responses/400/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProblemDetail");
        assertThat(merged.at("/components/schemas").has("ProjectProblemDetail")).isFalse();
    }

    @Test
    void takesInWhatAServiceSends() {
        JsonNode notice = merged.at("/webhooks/needPublished/post");

        assertThat(notice.path("operationId").asText()).isEqualTo("projectReceiveNeedPublished");
        assertThat(notice.at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProjectNotice");
        assertThat(merged.at("/components/schemas/ProjectNotice/properties/data/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProjectGoods");
    }

    @Test
    void followsReferencesWhereverTheyAre() {
        assertThat(merged.at("/components/schemas/ProjectItem/discriminator/mapping/GOODS")
                        .asText())
                .isEqualTo("#/components/schemas/ProjectGoods");
        assertThat(merged.at("/components/schemas/ProjectGoods/properties/value/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/ProjectMoney");
        assertThat(merged.findValuesAsText("$ref")).allSatisfy(reference -> assertThat(
                        merged.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(merged.findValuesAsText("operationId"))
                .containsExactlyInAnyOrder(
                        "projectList",
                        "projectCreate",
                        "projectReplay",
                        "projectReceiveNeedPublished",
                        "organizationList",
                        "organizationReplay",
                        "readVersion");
    }

    @Test
    void showsThePathsAsTheyAreAtTheDoor() {
        assertThat(merged.path("paths").properties())
                .extracting(path -> path.getKey())
                .containsExactly(
                        "/needs",
                        "/offers",
                        "/services/project-service/dead-letters/{id}/replays",
                        "/services/organization-service/dead-letters/{id}/replays",
                        "/version");
        assertThat(merged.at("/components/schemas").has("ProjectUnused")).isFalse();
    }

    @Test
    void givesEveryOperationTheSecurityOfItsService() {
        assertThat(merged.at("/paths/~1needs/get/security/0").has("oidc")).isTrue();
        assertThat(merged.at("/paths/~1needs/post/security").isEmpty()).isTrue();
        assertThat(merged.at("/paths/~1offers/get").has("security")).isFalse();
        assertThat(merged.at("/components/securitySchemes").has("oidc")).isTrue();
    }

    @Test
    void describesTheWhole() {
        assertThat(merged.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(merged.at("/info/title").asText()).isEqualTo("Duijie");
        assertThat(merged.at("/info/description").asText()).isEqualTo("All of it.");
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("needs", "problems");
    }

    private static JsonNode merge() {
        try {
            OpenApiMerge merge = new OpenApiMerge((ObjectNode) YAML.readTree(OWN));
            merge.add(Service.PROJECT, YAML.readTree(PROJECT));
            merge.add(Service.ORGANIZATION, YAML.readTree(ORGANIZATION));
            return merge.result("All of it.");
        } catch (JsonProcessingException wrongSample) {
            throw new IllegalArgumentException(wrongSample);
        }
    }
}
