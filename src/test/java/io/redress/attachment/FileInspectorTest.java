package io.redress.attachment;

import static io.redress.attachment.AttachmentFlag.ACTIVE_CONTENT;
import static io.redress.attachment.AttachmentFlag.ARCHIVE_BOMB;
import static io.redress.attachment.AttachmentFlag.DOUBLE_EXTENSION;
import static io.redress.attachment.AttachmentFlag.EMBEDDED_FILE;
import static io.redress.attachment.AttachmentFlag.ENCRYPTED;
import static io.redress.attachment.AttachmentFlag.EXECUTABLE;
import static io.redress.attachment.AttachmentFlag.MACROS;
import static io.redress.attachment.AttachmentFlag.MISLEADING_NAME;
import static io.redress.attachment.AttachmentFlag.POLYGLOT;
import static io.redress.attachment.AttachmentFlag.TYPE_MISMATCH;
import static io.redress.attachment.AttachmentFlag.UNREADABLE;
import static io.redress.attachment.SuspiciousFiles.EXE;
import static io.redress.attachment.SuspiciousFiles.GIF;
import static io.redress.attachment.SuspiciousFiles.JPEG;
import static io.redress.attachment.SuspiciousFiles.PNG;
import static io.redress.attachment.SuspiciousFiles.compound;
import static io.redress.attachment.SuspiciousFiles.deflated;
import static io.redress.attachment.SuspiciousFiles.document;
import static io.redress.attachment.SuspiciousFiles.gzip;
import static io.redress.attachment.SuspiciousFiles.join;
import static io.redress.attachment.SuspiciousFiles.latin;
import static io.redress.attachment.SuspiciousFiles.pdf;
import static io.redress.attachment.SuspiciousFiles.stream;
import static io.redress.attachment.SuspiciousFiles.utf16;
import static io.redress.attachment.SuspiciousFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectorTest {

    private static final String ANY = "application/octet-stream";
    private static final String PDF = "application/pdf";

    @SuppressWarnings("ArrayRecordComponent") // written down here, never compared
    record Case(String what, String name, String claim, byte[] bytes, String type, Set<AttachmentFlag> flags) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Case file(
            String what, String name, String claim, byte[] bytes, String type, AttachmentFlag... flags) {
        return new Case(what, name, claim, bytes, type, Set.of(flags));
    }

    private static Case inPdf(String what, byte[] bytes, AttachmentFlag... flags) {
        return file(what, "letter.pdf", PDF, bytes, PDF, flags);
    }

    static Stream<Case> pdfs() {
        byte[] script = latin("<</S/JavaScript/JS(app.alert(1))>>");
        String asStream = "/Type/ObjStm/N 1/First 4";
        return Stream.of(
                inPdf("a letter", pdf("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj")),
                inPdf("one that opens at a page", pdf("1 0 obj <</OpenAction [3 0 R /Fit]>> endobj")),
                inPdf("one that goes to a page", pdf("1 0 obj <</OpenAction <</S/GoTo/D[3 0 R/XYZ]>> >> endobj")),
                inPdf(
                        "a picture with a name by chance",
                        pdf(stream("/Subtype/Image/Filter/DCTDecode", latin("/JS /AA ")))),
                inPdf(
                        "a script",
                        pdf(
                                "1 0 obj <</OpenAction 2 0 R>> endobj",
                                "2 0 obj",
                                new String(script, StandardCharsets.UTF_8),
                                "endobj"),
                        ACTIVE_CONTENT),
                inPdf(
                        "a script under a written name",
                        pdf("2 0 obj <</S/#4aava#53cript/#4A#53 (x)>> endobj"),
                        ACTIVE_CONTENT),
                inPdf(
                        "a script in packed objects",
                        pdf(stream(asStream + "/Filter/FlateDecode", deflated(script))),
                        ACTIVE_CONTENT),
                inPdf(
                        "a script in packed objects, all names written",
                        pdf(stream("/#54ype/Obj#53tm/Filter[/Fl]", deflated(script))),
                        ACTIVE_CONTENT),
                inPdf("a script in plain objects", pdf(stream(asStream, script)), ACTIVE_CONTENT),
                inPdf("a script where a stream seems to be", pdf(stream("/Subtype/Image", script)), ACTIVE_CONTENT),
                inPdf(
                        "a script after a stream without an end",
                        pdf("4 0 obj <</Length 3>> stream\nabc", "5 0 obj <</S/JavaScript>> endobj"),
                        ACTIVE_CONTENT),
                inPdf(
                        "a program to start",
                        pdf("1 0 obj <</AA<</O<</S/Launch/F(cmd.exe)>>>>>> endobj"),
                        ACTIVE_CONTENT),
                inPdf(
                        "a form that sends itself",
                        pdf("1 0 obj <</A<</S/SubmitForm/F(http://x)>>>> endobj"),
                        ACTIVE_CONTENT),
                inPdf(
                        "an action that only seems to go to a page",
                        pdf("1 0 obj <</OpenAction<</S/GoToX>> >> endobj"),
                        ACTIVE_CONTENT),
                inPdf("a file within", pdf(stream("/Type/EmbeddedFile", latin("MZ"))), EMBEDDED_FILE),
                inPdf("an encrypted one", pdf("trailer <</Encrypt 5 0 R>>"), ENCRYPTED),
                inPdf(
                        "objects packed in another way",
                        pdf(stream(asStream + "/Filter[/ASCIIHexDecode/FlateDecode]", latin("789c"))),
                        UNREADABLE),
                inPdf(
                        "objects that are broken",
                        pdf(stream(asStream + "/Filter/FlateDecode", latin("not packed at all"))),
                        UNREADABLE),
                inPdf(
                        "objects that unpack to very much",
                        pdf(stream(asStream + "/Filter/FlateDecode", deflated(new byte[40 << 20]))),
                        UNREADABLE));
    }

    static Stream<Case> office() {
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        String template =
                "<Relationships><Relationship Id='1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/attachedTemplate' Target='http://x/t.dotm' TargetMode='External'/></Relationships>";
        String link = template.replace("attachedTemplate", "hyperlink");
        return Stream.of(
                file("a document", "a.docx", docx, document(), docx),
                file("a document with links", "a.docx", docx, document("word/_rels/document.xml.rels", link), docx),
                file(
                        "macros",
                        "a.docm",
                        ANY,
                        document("word/vbaProject.bin", compound("VBA")),
                        "application/vnd.ms-word.document.macroenabled.12",
                        MACROS),
                file(
                        "macros under a harmless name",
                        "a.docx",
                        docx,
                        document("word/vbaProject.bin", "x"),
                        docx,
                        MACROS),
                file(
                        "macros under another name",
                        "a.docx",
                        docx,
                        document("word/data.bin", compound("_VBA_PROJECT")),
                        docx,
                        MACROS),
                file(
                        "a template from elsewhere",
                        "a.docx",
                        docx,
                        document("word/_rels/settings.xml.rels", template),
                        docx,
                        ACTIVE_CONTENT),
                file("a control", "a.docx", docx, document("word/activeX/activeX1.xml", ""), docx, ACTIVE_CONTENT),
                file(
                        "a field that starts a program",
                        "a.docx",
                        docx,
                        document("word/header1.xml", "<w:instrText>DDEAUTO \"cmd\"</w:instrText>"),
                        docx,
                        ACTIVE_CONTENT),
                file(
                        "an object within",
                        "a.docx",
                        docx,
                        document("word/embeddings/oleObject1.bin", compound("Ole10Native")),
                        docx,
                        EMBEDDED_FILE),
                file(
                        "macros of Excel 4",
                        "a.xlsx",
                        ANY,
                        zip("[Content_Types].xml", "", "xl/macrosheets/sheet1.xml", ""),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        MACROS),
                file(
                        "macros of LibreOffice",
                        "a.odt",
                        ANY,
                        zip("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/M.xml", ""),
                        "application/vnd.oasis.opendocument.text",
                        MACROS),
                file(
                        "macros of Office 97",
                        "a.doc",
                        "application/msword",
                        compound("_VBA_PROJECT"),
                        "application/msword",
                        MACROS),
                file(
                        "an equation, by its old program",
                        "a.doc",
                        "application/msword",
                        compound("Equation Native"),
                        "application/msword",
                        ACTIVE_CONTENT),
                file(
                        "an encrypted document",
                        "a.xlsx",
                        ANY,
                        compound("EncryptedPackage"),
                        "application/x-tika-msoffice",
                        ENCRYPTED,
                        TYPE_MISMATCH),
                file(
                        "an object in RTF",
                        "a.rtf",
                        "application/rtf",
                        latin("{\\rtf1{\\object\\objocx{\\*\\objdata 0105}}}"),
                        "application/rtf",
                        EMBEDDED_FILE),
                file("RTF", "a.rtf", "text/rtf", latin("{\\rtf1 hello}"), "application/rtf"));
    }

    static Stream<Case> mixtures() {
        return Stream.of(
                file("a photo", "a.jpg", "image/jpeg", JPEG, "image/jpeg"),
                file("a photo by its other names", "a.JPEG", "image/jpg", JPEG, "image/jpeg"),
                file("a photo of an unknown claim", "a.jpg", ANY, JPEG, "image/jpeg"),
                file("GIFAR", "a.gif", "image/gif", join(GIF, zip("a.class", "x")), "image/gif", POLYGLOT, EXECUTABLE),
                file("a photo and a ZIP", "a.jpg", "image/jpeg", join(JPEG, zip("a.txt", "x")), "image/jpeg", POLYGLOT),
                file(
                        "a PNG and a ZIP with a comment",
                        "a.png",
                        "image/png",
                        join(PNG, zip("a.txt", "x"), latin("tail")),
                        "image/png",
                        POLYGLOT),
                file("a PDF and a ZIP", "a.pdf", PDF, join(pdf("1 0 obj endobj"), zip("a.html", "x")), PDF, POLYGLOT),
                file("a GIF and a PDF", "a.gif", "image/gif", join(GIF, pdf("1 0 obj endobj")), "image/gif", POLYGLOT),
                file(
                        "a photo with a script",
                        "a.jpg",
                        "image/jpeg",
                        join(JPEG, latin("<script>alert(1)</script>")),
                        "image/jpeg",
                        POLYGLOT),
                file(
                        "a GIF that is a script",
                        "a.gif",
                        "image/gif",
                        latin("GIF89a/*<html><script>*/=1"),
                        "image/gif",
                        POLYGLOT),
                file(
                        "a PDF within a script",
                        "a.pdf",
                        PDF,
                        join(latin("<script>/*"), pdf("1 0 obj endobj")),
                        PDF,
                        POLYGLOT),
                file(
                        "a PDF after an empty line",
                        "a.pdf",
                        PDF,
                        join(latin("\u00ef\u00bb\u00bf\r\n"), pdf("1 0 obj endobj")),
                        PDF),
                file(
                        "a photo that is a program",
                        "a.jpg",
                        "image/jpeg",
                        EXE,
                        "application/x-msdownload",
                        TYPE_MISMATCH,
                        EXECUTABLE),
                file(
                        "a photo that is a page",
                        "a.jpg",
                        "image/jpeg",
                        latin("<html><body onload=x()></body></html>"),
                        "text/html",
                        TYPE_MISMATCH,
                        ACTIVE_CONTENT),
                file(
                        "a photo that is a drawing",
                        "a.png",
                        "image/png",
                        latin("<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>"),
                        "image/svg+xml",
                        TYPE_MISMATCH,
                        ACTIVE_CONTENT),
                file("a PDF that is an archive", "a.pdf", PDF, zip("a.txt", "x"), "application/zip", TYPE_MISMATCH),
                file("text", "a.txt", "text/plain", latin("hello"), "text/plain"),
                file("a table", "a.csv", "text/csv", latin("a,b\n1,2"), "text/csv"),
                file("nothing", "a.jpg", "image/jpeg", new byte[0], "image/jpeg"),
                file(
                        "a script of a shell",
                        "a.txt",
                        "text/plain",
                        latin("#!/bin/sh\nrm -rf /"),
                        "application/x-sh",
                        EXECUTABLE));
    }

    static Stream<Case> markup() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'>%s</svg>";
        return Stream.of(
                        "<script>x</script>",
                        "<SCRIPT src='x'/>",
                        "<s:script xmlns:s='http://www.w3.org/2000/svg'>x</s:script>",
                        "<a href='javascript:x()'>a</a>",
                        "<a href='java&#115;cript:x()'>a</a>",
                        "<a href='java&#x0A;script:x()'>a</a>",
                        "<a href='javascript&colon;x()'>a</a>",
                        "<a href='java\tscript:x()'>a</a>",
                        "<rect onload='x()'/>",
                        "<rect/onclick=x()>",
                        "<foreignObject><p/></foreignObject>",
                        "<animate attributeName='href' values='x'/>",
                        "<iframe src='x'/>",
                        "<image href='data:text/html,x'/>")
                .map(within -> file(
                        within,
                        "a.svg",
                        "image/svg+xml",
                        latin(svg.formatted(within)),
                        "image/svg+xml",
                        ACTIVE_CONTENT));
    }

    static Stream<Case> archives() {
        byte[] nested = zip("a.txt", "x");
        for (int depth = 0; depth < 6; depth++) {
            nested = zip("n.zip", nested);
        }
        byte[] locked = zip("a.txt", "x");
        locked[6] |= 1;
        byte[] directory = latin("PK\u0001\u0002");
        locked[ByteSearch.find(locked, directory, 0, locked.length) + 8] |= 1;
        byte[] cut = Arrays.copyOf(zip("a.txt", "x"), 60);
        String zip = "application/zip";
        return Stream.of(
                file("an archive", "a.zip", zip, zip("a.txt", "x", "b/c.jpg", JPEG), zip),
                file("by its other name", "a.zip", "application/x-zip-compressed", zip("a.txt", "x"), zip),
                file("a bomb", "a.zip", zip, zip("a.txt", new byte[20 << 20]), zip, ARCHIVE_BOMB),
                file(
                        "a bomb of many parts",
                        "a.zip",
                        zip,
                        zip("a", new byte[4 << 20], "b", new byte[4 << 20], "c", new byte[4 << 20]),
                        zip,
                        ARCHIVE_BOMB),
                file("a bomb within", "a.zip", zip, zip("b.zip", zip("a.txt", new byte[20 << 20])), zip, ARCHIVE_BOMB),
                file("archives in archives", "a.zip", zip, nested, zip, ARCHIVE_BOMB),
                file(
                        "a packed bomb",
                        "a.gz",
                        "application/gzip",
                        gzip(new byte[20 << 20]),
                        "application/gzip",
                        ARCHIVE_BOMB),
                file("a program within", "a.zip", zip, zip("photo.jpg", EXE), zip, EXECUTABLE),
                file("a script within", "a.zip", zip, zip("read me.js", "x"), zip, EXECUTABLE),
                file("a program two deep", "a.zip", zip, zip("b.zip", zip("x", EXE)), zip, EXECUTABLE),
                file("macros within", "a.zip", zip, zip("b.docx", document("word/vbaProject.bin", "x")), zip, MACROS),
                file("an encrypted one", "a.zip", zip, locked, zip, ENCRYPTED),
                file("a broken one", "a.zip", zip, cut, zip, UNREADABLE));
    }

    static Stream<Case> names() {
        return Stream.of(
                file("a program by its name", "setup.exe", ANY, latin("x"), "text/plain", EXECUTABLE, TYPE_MISMATCH),
                file("two ends", "invoice.pdf.exe", ANY, EXE, "application/x-msdownload", EXECUTABLE, DOUBLE_EXTENSION),
                file(
                        "two ends far apart",
                        "photo.jpg          .scr",
                        ANY,
                        EXE,
                        "application/x-msdownload",
                        EXECUTABLE,
                        DOUBLE_EXTENSION),
                file(
                        "two ends of a script",
                        "letter.docx.js",
                        ANY,
                        latin("x"),
                        "text/javascript",
                        EXECUTABLE,
                        DOUBLE_EXTENSION),
                file(
                        "written backwards",
                        "photo\u202egpj.exe",
                        ANY,
                        EXE,
                        "application/x-msdownload",
                        EXECUTABLE,
                        MISLEADING_NAME),
                file("a hidden letter", "pho\u200bto.jpg", "image/jpeg", JPEG, "image/jpeg", MISLEADING_NAME),
                file("a line of its own", "a.jpg\r\nX: y.jpg", "image/jpeg", JPEG, "image/jpeg", MISLEADING_NAME),
                file(
                        "a shortcut",
                        "letter.pdf.lnk",
                        ANY,
                        latin("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000"),
                        ANY,
                        EXECUTABLE,
                        DOUBLE_EXTENSION),
                file("a version in a name", "photo 1.2.jpg", "image/jpeg", JPEG, "image/jpeg"),
                file("a date in a name", "2026.07.01.jpg", "image/jpeg", JPEG, "image/jpeg"),
                file("another alphabet", "地砖色差.jpg", "image/jpeg", JPEG, "image/jpeg"));
    }

    @ParameterizedTest
    @MethodSource({"pdfs", "office", "mixtures", "markup", "archives", "names"})
    void a_file_is_known_by_its_content_and_flagged_for_what_it_may_do(Case file) {
        FileInspection found = FileInspector.inspect(file.name(), file.claim(), file.bytes());
        assertThat(found.flags()).isEqualTo(file.flags());
        assertThat(found.type()).isEqualTo(file.type());
    }

    @Test
    void a_drawing_in_sixteen_bits_is_read_as_well() {
        byte[] drawing = join(
                latin("\u00ff\u00fe"),
                utf16("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"));
        assertThat(FileInspector.inspect("a.svg", "image/svg+xml", drawing).flags())
                .contains(ACTIVE_CONTENT);
    }

    @Test
    void a_name_is_made_fit_to_be_shown() {
        assertThat(FileName.of("../../etc/passwd").shown()).isEqualTo("passwd");
        assertThat(FileName.of("C:\\Users\\x\\photo.jpg").shown()).isEqualTo("photo.jpg");
        assertThat(FileName.of("photo\u202egpj.exe").shown()).isEqualTo("photogpj.exe");
        assertThat(FileName.of("a\u0000b.jpg. .").shown()).isEqualTo("ab.jpg");
        assertThat(FileName.of("\u202e").shown()).isNull();
        assertThat(FileName.of(null).shown()).isNull();
        String shown = FileName.of("😀".repeat(500) + ".jpg").shown();
        assertThat(shown).endsWith("😀.jpg").contains("…");
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(200);
    }

    @Test
    void broken_files_never_break_the_hub() {
        Random random = new Random(7);
        Stream.of(pdfs(), office(), mixtures(), markup(), archives())
                .flatMap(all -> all)
                .forEach(file -> {
                    if (file.bytes().length < 100_000) {
                        for (int i = 0; i < 60; i++) {
                            byte[] broken = Arrays.copyOf(file.bytes(), random.nextInt(file.bytes().length + 1));
                            for (int j = 0; j < 4 && broken.length > 0; j++) {
                                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                            }
                            assertThat(FileInspector.inspect(file.name(), file.claim(), broken))
                                    .isNotNull();
                        }
                    }
                });
    }
}
