package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Salesforce as its REST API Developer Guide has it (developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest):
 * OAuth 2.0 client credentials, create ("sObject Basic Information"), row by external id ("sObject Rows by External ID"),
 * "Status Codes and Error Responses". Object Case has a unique external id field {@code Redress_Number__c}.
 */
public final class SalesforceEmulation extends ServiceEmulation {

    public static final String CLIENT = "3MVG9sandbox";
    public static final String SECRET = "sandbox-only";
    private static final String DATA = "/services/data/v62.0/sobjects/";
    private static final String EXTERNAL_ID = "Redress_Number__c";
    private static final Set<String> CASE = Set.of(
            EXTERNAL_ID,
            "Subject",
            "Description",
            "Origin",
            "Priority",
            "Type",
            "Status",
            "SuppliedName",
            "SuppliedEmail",
            "SuppliedPhone");
    private static final Set<String> COMMENT = Set.of("ParentId", "CommentBody", "IsPublished");

    private final Map<String, ObjectNode> cases = new LinkedHashMap<>();
    private final List<JsonNode> comments = new ArrayList<>();
    private int sessions;

    public synchronized List<ObjectNode> cases() {
        return List.copyOf(cases.values());
    }

    public synchronized List<JsonNode> comments() {
        return List.copyOf(comments);
    }

    /** All sessions so far hold no more. */
    public synchronized void endSessions() {
        sessions++;
    }

    @Override
    Answer answer(HttpExchange call, JsonNode body) {
        String path = call.getRequestURI().getPath();
        if (path.equals("/services/oauth2/token")) {
            return token(call, body.asText());
        }
        if (!header(call, "Authorization").equals("Bearer " + session())) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        String route = call.getRequestMethod() + " " + path;
        if (route.equals("POST " + DATA + "Case")) {
            return create((ObjectNode) body);
        }
        if (route.equals("POST " + DATA + "CaseComment")) {
            return comment(body);
        }
        if (route.startsWith("GET " + DATA + "Case/" + EXTERNAL_ID + "/")) {
            ObjectNode found = cases.get(path.substring(path.lastIndexOf('/') + 1));
            return found == null ? notFound() : new Answer(200, found);
        }
        return notFound();
    }

    private Answer token(HttpExchange call, String form) {
        boolean known = form.contains("grant_type=client_credentials")
                && (form.contains("client_secret=" + SECRET)
                        || header(call, "Authorization").startsWith("Basic "));
        return known
                ? new Answer(200, Map.of("access_token", session(), "token_type", "Bearer", "instance_url", url()))
                : new Answer(400, Map.of("error", "invalid_client", "error_description", "invalid client credentials"));
    }

    private String session() {
        return "00Dsandbox!" + sessions;
    }

    private Answer create(ObjectNode body) {
        Answer unknown = unknown("Case", CASE, body);
        if (unknown != null) {
            return unknown;
        }
        String number = body.path(EXTERNAL_ID).asText();
        ObjectNode same = cases.get(number);
        if (same != null) {
            return error(
                    400,
                    "DUPLICATE_VALUE",
                    "duplicate value found: " + EXTERNAL_ID + " duplicates value on record with id: "
                            + same.path("Id").asText());
        }
        String id = "500Wt%011dIAA".formatted(cases.size() + 1);
        cases.put(number, body.deepCopy().put("Id", id));
        return new Answer(201, Map.of("id", id, "success", true, "errors", List.of()));
    }

    private Answer comment(JsonNode body) {
        Answer unknown = unknown("CaseComment", COMMENT, body);
        if (unknown != null) {
            return unknown;
        }
        String parent = body.path("ParentId").asText();
        if (cases.values().stream().noneMatch(one -> one.path("Id").asText().equals(parent))) {
            return error(400, "MALFORMED_ID", "Parent ID: id value of incorrect type: " + parent);
        }
        comments.add(body);
        return new Answer(201, Map.of("id", "00aWt" + comments.size(), "success", true, "errors", List.of()));
    }

    private static Answer unknown(String object, Set<String> known, JsonNode body) {
        for (var names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                return error(400, "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + object);
            }
        }
        return null;
    }

    private static Answer notFound() {
        return error(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static Answer error(int status, String code, String message) {
        return new Answer(status, List.of(Map.of("errorCode", code, "message", message)));
    }
}
