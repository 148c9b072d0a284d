package io.redress.status;

import java.util.List;

/**
 * A customer for whom the shop's app vouches.
 *
 * @param app its name, for the log
 * @param phones that the app has verified, as it writes them
 * @param emails that the app has verified, in small letters
 */
public record AppCustomer(String app, List<String> phones, List<String> emails) {

    public AppCustomer {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }
}
