package io.redress.channel.webform.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Bytes to characters, strictly: a wrong charset is told to the sender, never papered over. */
final class FormText {

    private FormText() {}

    /** A charset by its name; GB 2312 and GBK as their superset GB 18030, as browsers mean them. */
    static Charset charset(String name) throws MalformedForm {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(plain.equals("gbk") || plain.equals("gb2312") ? "GB18030" : plain);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedForm(
                    415, FormProblem.of("", "charset", "its charset is not known", "send it in UTF-8 or GBK"));
        }
    }

    static String decode(byte[] bytes, Charset charset, String field) throws MalformedForm {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedForm(FormProblem.of(
                    field,
                    "charset",
                    "is not written in " + charset.name(),
                    "send UTF-8, or declare the charset that it is in"));
        }
    }
}
