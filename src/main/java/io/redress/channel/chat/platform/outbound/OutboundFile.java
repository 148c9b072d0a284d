package io.redress.channel.chat.platform.outbound;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a platform's file about what the hub asks of it, as written; the schema tells what the keys mean. */
public final class OutboundFile {

    /** In what answers mean, the HTTP status; a member of an answer's body that is called so is {@code ^status}. */
    public static final String STATUS = "status";

    private OutboundFile() {}

    /** One request. */
    public record Call(
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable Map<String, String> form,
            @Nullable List<String> hosts,
            @Nullable String take,
            @Nullable JsonNode query) {

        /** One that is not limited to hosts, and of whose answer nothing is taken. */
        public Call(
                @Nullable String request,
                @Nullable Map<String, String> headers,
                @Nullable JsonNode json,
                @Nullable Map<String, String> form) {
            this(request, headers, json, form, null, null, null);
        }
    }

    /** How a request is signed. */
    public record Sign(
            @Nullable String kind,
            @Nullable String user,
            @Nullable String key,
            @Nullable String algorithm,
            @Nullable String over,
            @Nullable String encoding,
            @Nullable String prefix,
            @Nullable String is) {}

    /** What the answers to a request mean: values by name, of which each names {@code status} or a member of the JSON. */
    public record Meanings(
            @Nullable Map<String, List<String>> done,
            @Nullable Map<String, List<String>> later,
            @Nullable Map<String, List<String>> never) {}

    /** An access token that is fetched. */
    public record Token(
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable Map<String, String> form,
            @Nullable String value,
            @Nullable String expiresIn,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> expired) {

        public Call call() {
            return new Call(request, headers, json, form);
        }
    }

    /** A message to a customer. */
    public record Send(
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable Map<String, String> form,
            @Nullable JsonNode query,
            @Nullable Sign sign,
            @Nullable JsonNode template,
            @Nullable Map<String, String> codes,
            @Nullable String customers,
            @Nullable Integer characters,
            @Nullable Integer bytes,
            @Nullable Integer segments,
            @Nullable String messageId,
            @Nullable Window window,
            @Nullable String retryAfter,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> done,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> later,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> never) {

        public Call call() {
            return new Call(request, headers, json, form, null, null, query);
        }

        /** The same with the body of an approved template; null where there is none. */
        @Nullable
        Call templateCall() {
            return template == null ? null : new Call(request, headers, template, null);
        }

        public Meanings meanings() {
            return new Meanings(done, later, never);
        }
    }

    /** How long and how often a customer may be written to after a message. */
    public record Window(@Nullable String time, @Nullable Integer messages) {}

    /** The file of a message. */
    public record Media(
            @Nullable List<@Nullable Call> calls,
            @Nullable String within,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> later,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> never) {

        public Meanings meanings() {
            return new Meanings(null, later, never);
        }
    }

    /** Messages that a platform keeps until they are asked for. */
    public record Pull(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> when,

            @Nullable String account,
            @Nullable String noticeToken,
            @Nullable String request,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode json,
            @Nullable String items,
            @Nullable String cursor,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> more,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> done,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            Map<String, List<String>> later) {

        public Call call() {
            return new Call(request, headers, json, null);
        }

        public Meanings meanings() {
            return new Meanings(done, later, null);
        }
    }
}
