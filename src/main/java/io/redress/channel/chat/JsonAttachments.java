package io.redress.channel.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.intake.ArrivalFile;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files inside a webhook's JSON: a list of objects with {@code name}, {@code contentType} and {@code base64}.
 *
 * @param notes a line for each file that could not be read, for the complaint's text
 */
record JsonAttachments(List<ArrivalFile> files, List<String> notes) {

    private static final int MOST = 20;
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.+-]{1,100}/[A-Za-z0-9.+-]{1,100}");

    static JsonAttachments in(JsonNode list) {
        var files = new ArrayList<ArrivalFile>();
        var notes = new ArrayList<String>();
        int number = 0;
        for (JsonNode file : list) {
            number++;
            String name = SanitizedText.key(file.path("name").asText(""));
            String type = file.path("contentType").asText("");
            byte[] bytes = bytes(file.path("base64").asText(""));
            if (bytes.length == 0 || number > MOST) {
                notes.add("[attachment " + number + (number > MOST ? " is one too many]" : " is empty or no base64]"));
            } else {
                files.add(new ArrivalFile(
                        name.isEmpty() ? null : name,
                        TYPE.matcher(type).matches() ? type : "application/octet-stream",
                        bytes));
            }
        }
        return new JsonAttachments(files, notes);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // told in a note
        }
    }
}
