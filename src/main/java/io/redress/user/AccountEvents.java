package io.redress.user;

import java.util.List;

/** Who wants to know of each sign-in, each refusal and each change of a user. */
public interface AccountEvents {

    void happened(AccountEvent event);

    /** Tells several, in their order. */
    static AccountEvents all(List<AccountEvents> several) {
        List<AccountEvents> told = List.copyOf(several);
        return event -> told.forEach(one -> one.happened(event));
    }
}
