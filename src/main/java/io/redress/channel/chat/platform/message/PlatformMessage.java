package io.redress.channel.chat.platform.message;

import io.redress.intake.MediaReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's message says.
 *
 * @param id the platform's, the same in each repeat; empty where it has none
 * @param customer the platform's id of who wrote; empty where it names nobody
 * @param account of the shop, to which the customer wrote; empty where a channel has one
 * @param conversation whose messages belong together
 * @param sentAt null where it does not say
 * @param text may be empty, where only files came
 * @param files that the platform keeps
 */
public record PlatformMessage(
        Optional<String> id,
        String customer,
        String account,
        String conversation,
        @Nullable String name,
        @Nullable String phone,
        @Nullable Instant sentAt,
        String text,
        List<MediaReference> files) {

    /** The text, and a line for each file, so that nobody overlooks that there is one: {@code [photo]}. */
    public String words() {
        String named = files.stream()
                .map(file -> "[" + file.kind() + (file.name() == null ? "" : " " + file.name()) + "]")
                .collect(Collectors.joining("\n"));
        return (text + "\n" + named).strip();
    }

    /** The same of a customer who is known by a phone number, in E.164, and by nothing else. */
    public PlatformMessage ofNumber(String number) {
        String talk = conversation.equals(address()) ? address(account, number) : conversation;
        return new PlatformMessage(id, number, account, talk, name, number, sentAt, text, files);
    }

    /** By which the channel's platform knows the customer, and the account that answers. */
    public String address() {
        return address(account, customer);
    }

    static String address(String account, String customer) {
        return account.isEmpty() ? customer : account + "/" + customer;
    }
}
