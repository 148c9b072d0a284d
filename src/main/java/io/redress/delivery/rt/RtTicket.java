package io.redress.delivery.rt;

import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.handoff.BlobStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ticket as Request Tracker takes it: the mapped fields, our number, and the files where the mapping lets them through. */
record RtTicket(Delivery delivery, String numberField, BlobStore files) {

    private static final String ATTACHMENTS = "Attachments";
    private static final String CUSTOM_FIELDS = "CustomFields";

    String queue() {
        Object queue = delivery.fields().get("Queue");
        if (queue == null) {
            throw new TargetRefused("no Queue is mapped for this ticket");
        }
        return queue.toString();
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>(delivery.fields());
        body.putIfAbsent("ContentType", "text/plain");
        body.putIfAbsent("Content", "");
        body.putIfAbsent("Subject", delivery.ticket().number());
        var fields = new LinkedHashMap<Object, Object>();
        if (body.get(CUSTOM_FIELDS) instanceof Map<?, ?> mapped) {
            fields.putAll(mapped);
        }
        fields.put(numberField, delivery.ticket().number());
        body.put(CUSTOM_FIELDS, fields);
        if (body.get(ATTACHMENTS) instanceof List<?> attachments) {
            body.put(ATTACHMENTS, encoded(attachments));
        }
        return body;
    }

    private List<Map<String, String>> encoded(List<?> attachments) {
        var encoded = new ArrayList<Map<String, String>>();
        for (Object attachment : attachments) {
            if (attachment instanceof Map<?, ?> file
                    && file.get("ref") instanceof String ref
                    && file.get("quarantine") == null) {
                Object name = file.get("name");
                encoded.add(Map.of(
                        "FileName", name == null ? "file-" + (encoded.size() + 1) : name.toString(),
                        "FileType", String.valueOf(file.get("contentType")),
                        "FileContent", Base64.getEncoder().encodeToString(files.get(ref))));
            }
        }
        return encoded;
    }
}
