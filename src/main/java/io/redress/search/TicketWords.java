package io.redress.search;

import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue;
import io.redress.search.SearchTokenizer.Word;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a ticket is found: of its number, subject and text, its customer and product. Originals, attachments
 * and the history are not searched.
 *
 * @param phones tell how a number is dialled
 */
public record TicketWords(PhoneNumbers phones) {

    /** As many characters of a text are searched; forms take no longer ones. */
    static final int LONGEST_TEXT = 20_000;
    /** No ticket may fill the index: this is what 20,000 characters of a real text have at most, by far. */
    static final int MOST_WORDS = 8_000;

    private static final int LONGEST_VALUE = 200;
    private static final int LAST_OF_NUMBER = 6;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /** The words, each once; at most 8,000, the typed ones first. */
    public Set<String> of(Ticket ticket) {
        Set<String> words = new LinkedHashSet<>();
        addNumber(words, ticket.number());
        addCustomer(words, ticket.customer());
        addProduct(words, ticket.product());
        add(words, ticket.complaint().subject());
        add(words, StringUtils.truncate(ticket.complaint().text(), LONGEST_TEXT));
        return words.size() <= MOST_WORDS
                ? words
                : new LinkedHashSet<>(List.copyOf(words).subList(0, MOST_WORDS));
    }

    private static void addNumber(Set<String> words, String number) {
        String digits = SearchCode.ofTicket(number);
        words.add(SearchField.TICKET.of(digits));
        words.add(SearchField.TICKET.of(digits.substring(Math.max(0, digits.length() - LAST_OF_NUMBER))));
    }

    private void addCustomer(Set<String> words, Customer customer) {
        if (customer.name() != null) {
            for (Word word : SearchTokenizer.words(SearchTokenizer.composed(customer.name()))) {
                words.add(SearchField.NAME.of(word.text()));
            }
            add(words, customer.name());
        }
        for (String phone : customer.phones()) {
            String digits = digits(phone);
            if (!digits.isEmpty()) {
                words.add(SearchField.PHONE.of(digits));
                words.add(SearchField.PHONE_END.of(StringUtils.reverse(digits)));
            }
        }
        for (String email : customer.emails()) {
            words.add(SearchField.MAIL.of(StringUtils.truncate(email, LONGEST_VALUE)));
            add(words, email);
        }
        for (String handle : customer.handles()) {
            String whole = StringUtils.truncate(handle, LONGEST_VALUE);
            words.add(SearchField.HANDLE.of(whole));
            words.add(SearchField.HANDLE.of(whole.substring(whole.indexOf(':') + 1)));
        }
    }

    private String digits(String phone) {
        return StringUtils.truncate(
                NO_DIGIT.matcher(phones.dialled(PersonValue.withoutExtension(phone)))
                        .replaceAll(""),
                LONGEST_VALUE);
    }

    private static void addProduct(Set<String> words, Product product) {
        add(words, product.name());
        add(words, product.model());
        add(words, product.store());
        addCode(words, SearchField.SERIAL, product.serial());
        addCode(words, SearchField.ORDER, product.orderNo());
    }

    private static void addCode(Set<String> words, SearchField field, @Nullable String value) {
        if (value != null) {
            String code = SearchCode.of(value);
            if (!code.isEmpty()) {
                words.add(field.of(code));
            }
            add(words, value);
        }
    }

    /** Of the last character of a run of Chinese, too: a query of that one character finds the others as beginnings. */
    private static void add(Set<String> words, @Nullable String text) {
        if (text == null) {
            return;
        }
        Word before = null;
        for (Word word : SearchTokenizer.words(SearchTokenizer.composed(text))) {
            if (before != null && before.paired() && word.from() >= before.to()) {
                words.add(last(before));
            }
            words.add(word.text());
            before = word;
        }
        if (before != null && before.paired()) {
            words.add(last(before));
        }
    }

    private static String last(Word pair) {
        return pair.text().substring(pair.text().offsetByCodePoints(0, 1));
    }
}
