package io.redress.ledger.chat;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.chat.platform.ChatPull;
import io.redress.channel.chat.platform.PullPositions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code chat_pull}. Its times are the database's, which all nodes share. */
public final class SqlPullPositions implements PullPositions {

    /** An account without a notice is looked at all the same: the notice may have been lost. */
    private static final Duration UNASKED = Duration.ofMinutes(10);

    /** How long the token of a notice is valid, less a minute (WeCom, document 94670: ten minutes). */
    private static final Duration NOTICE_TOKEN_AGE = Duration.ofMinutes(9);

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    private final JdbcClient jdbc;
    /** The first claim of this node, by the database's clock. */
    private final AtomicReference<OffsetDateTime> upSince = new AtomicReference<>();

    public SqlPullPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void want(String channel, String platform, String account, String noticeToken, Duration quietTime) {
        jdbc.sql("""
                insert into chat_pull (channel, account, platform, notice_token, quiet_time, wanted_at)
                values (?, ?, ?, ?, ?, clock_timestamp())
                on conflict (channel, account) do update
                set platform = excluded.platform, notice_token = excluded.notice_token, quiet_time = excluded.quiet_time,
                    wanted_at = excluded.wanted_at
                """)
                .params(channel, account, platform, noticeToken, quietTime.toString())
                .update();
    }

    /** Each account is looked at once after this node's start, too: nobody took notices while it was down. */
    @Override
    public List<ChatPull> claim(int limit) {
        if (upSince.get() == null) {
            upSince.compareAndSet(
                    null,
                    jdbc.sql("select clock_timestamp()")
                            .query(OffsetDateTime.class)
                            .single());
        }
        return jdbc.sql("""
                with due as (
                  select channel, account from chat_pull
                  where (leased_until is null or leased_until < clock_timestamp())
                    and (open or wanted_at > coalesce(pulled_at, '-infinity')
                         or pulled_at < greatest(:up, clock_timestamp() - make_interval(secs => :unasked)))
                  order by wanted_at limit :limit for update skip locked)
                update chat_pull as p set leased_until = clock_timestamp() + make_interval(secs => :lease)
                from due where p.channel = due.channel and p.account = due.account
                returning p.channel, p.account, p.platform, p.cursor, p.quiet_time, p.tries, clock_timestamp() as claimed_at,
                  case when p.wanted_at > clock_timestamp() - make_interval(secs => :tokenAge) then p.notice_token else '' end as notice_token
                """)
                .param("up", upSince.get())
                .param("unasked", UNASKED.toSeconds())
                .param("lease", LEASE.toSeconds())
                .param("tokenAge", NOTICE_TOKEN_AGE.toSeconds())
                .param("limit", limit)
                .query((row, n) -> new ChatPull(
                        row.getString("channel"),
                        row.getString("platform"),
                        row.getString("account"),
                        row.getString("cursor"),
                        row.getString("notice_token"),
                        Duration.parse(row.getString("quiet_time")),
                        instant(row, "claimed_at"),
                        row.getInt("tries")))
                .list();
    }

    /**
     * A notice that came meanwhile is later than the claim, and stays; one from before it is answered by what was fetched after
     * it. All is fetched up to the claim only when there are no more pages.
     */
    @Override
    public void moved(ChatPull pull, String cursor, boolean more) {
        jdbc.sql("""
                update chat_pull set cursor = ?, open = ?, tries = 0, leased_until = null,
                  pulled_at = case when ? then pulled_at else greatest(coalesce(pulled_at, '-infinity'), ?) end
                where channel = ? and account = ?
                """)
                .params(cursor, more, more, utc(pull.claimedAt()))
                .params(pull.channel(), pull.account())
                .update();
    }

    @Override
    public void failed(ChatPull pull) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pull.tries(), MOST_DOUBLINGS));
        jdbc.sql("""
                update chat_pull set tries = tries + 1, open = true,
                  leased_until = clock_timestamp() + make_interval(secs => ?)
                where channel = ? and account = ?
                """).params(pause.toSeconds(), pull.channel(), pull.account()).update();
    }
}
