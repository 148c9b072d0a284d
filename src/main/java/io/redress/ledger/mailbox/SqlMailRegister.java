package io.redress.ledger.mailbox;

import static io.redress.ledger.PostgresValues.array;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailState;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.UnfetchedMail;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.item.ItemRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of one folder, over a connection that is its own. */
final class SqlMailRegister implements MailRegister {

    private static final String RENUMBERED =
            "the server numbered the mailbox anew before it gave the mail out; the hub tries it under its new number";

    private final MailboxFolderId place;
    private final JdbcClient jdbc;
    private final UnfetchedMailRows missed;
    private final Clock clock;
    private final Runnable release;
    private long mailbox;
    private boolean numbered;

    SqlMailRegister(MailboxFolderId place, JdbcClient jdbc, ItemRows items, Clock clock, Runnable release) {
        this.place = place;
        this.jdbc = jdbc;
        this.missed = new UnfetchedMailRows(place, jdbc, items, clock);
        this.clock = clock;
        this.release = release;
    }

    @Override
    public boolean sameNumbering(long validity, long next) {
        jdbc.sql("""
                        insert into mailbox (channel, account, folder, validity) values (?, ?, ?, ?)
                        on conflict (channel, account, folder) do nothing
                        """)
                .params(place.channel(), place.account(), place.folder(), validity)
                .update();
        var known = jdbc.sql(
                        "select id, validity, highest from mailbox where channel = ? and account = ? and folder = ?")
                .params(place.channel(), place.account(), place.folder())
                .query((row, n) -> new long[] {row.getLong("id"), row.getLong("validity"), row.getLong("highest")})
                .single();
        mailbox = known[0];
        numbered = validity != 0;
        boolean same = known[1] == validity && (next == 0 || next > known[2]);
        if (!same) {
            gone(missed.open(mailbox, "state = " + literals(MailState.SET_ASIDE)), RENUMBERED);
            jdbc.sql("delete from mailbox_mail where mailbox = ?")
                    .param(mailbox)
                    .update();
            jdbc.sql("update mailbox set validity = ?, highest = 0 where id = ?")
                    .params(validity, mailbox)
                    .update();
        }
        return same;
    }

    @Override
    public Set<String> known(Collection<String> uids) {
        return new HashSet<>(jdbc.sql("select uid from mailbox_mail where mailbox = ? and uid = any(?)")
                .params(mailbox, array(uids, Function.identity()))
                .query(String.class)
                .list());
    }

    @Override
    public void taken(Collection<String> uids, boolean settled, boolean keep) {
        var batch = new SqlBatch(jdbc);
        batch.add(
                """
                insert into mailbox_mail (mailbox, uid, state, keep, updated_at)
                select ?, uid, ?, ?, ? from unnest(?) uid
                on conflict (mailbox, uid) do update
                set state = excluded.state, keep = excluded.keep, next_try = null, updated_at = excluded.updated_at
                """,
                mailbox,
                (settled ? MailState.SETTLED : MailState.TAKEN).key(),
                keep,
                utc(clock.instant()),
                array(uids, Function.identity()));
        if (numbered) {
            long highest = uids.stream().mapToLong(Long::parseLong).max().orElse(0);
            batch.add("update mailbox set highest = greatest(highest, ?) where id = ?", highest, mailbox);
        }
        batch.send();
    }

    @Override
    public List<String> unsettled(boolean keep, int most) {
        return jdbc.sql("""
                        select uid from mailbox_mail where mailbox = ? and state = ? and keep = ?
                        order by updated_at limit ?
                        """)
                .params(mailbox, MailState.TAKEN.key(), keep, most)
                .query(String.class)
                .list();
    }

    @Override
    public void settled(Collection<String> uids) {
        jdbc.sql("update mailbox_mail set state = ? where mailbox = ? and uid = any(?)")
                .params(MailState.SETTLED.key(), mailbox, array(uids, Function.identity()))
                .update();
    }

    @Override
    public List<UnfetchedMail> due() {
        return missed.open(
                mailbox,
                "state in (" + literals(MailState.FAILED, MailState.SET_ASIDE) + ") and next_try <= ?",
                utc(clock.instant()));
    }

    @Override
    public void failed(String uid, int tries, Instant nextTry, String why) {
        missed.failed(mailbox, new UnfetchedMail(uid, tries, null), nextTry, why);
    }

    @Override
    public void setAside(
            UnfetchedMail mail, Instant nextTry, String why, String reason, UnfetchedMail.Item item, String address) {
        missed.setAside(
                mailbox, new UnfetchedMail(mail.uid(), mail.tries(), item), nextTry, why, reason, item, address);
    }

    @Override
    public boolean isAwaited(UnfetchedMail.Item item) {
        return missed.isAwaited(item);
    }

    @Override
    public void gone(Collection<UnfetchedMail> mails, String reason) {
        missed.gone(mailbox, mails, reason);
    }

    @Override
    public SetAside setAside() {
        return missed.setAside(mailbox);
    }

    @Override
    public void prune(Collection<String> waiting, Instant before) {
        jdbc.sql("""
                        delete from mailbox_mail
                        where mailbox = ? and state in (%s) and updated_at < ? and uid <> all(?)
                        """.formatted(literals(MailState.TAKEN, MailState.SETTLED)))
                .params(mailbox, utc(before), array(waiting, Function.identity()))
                .update();
    }

    @Override
    public void close() {
        release.run();
    }
}
