package io.redress.callback.page;

import io.redress.callback.CallSlot;
import io.redress.callback.CallbackBookings;
import io.redress.callback.CallbackBookings.Booked;
import io.redress.callback.CallbackBookings.Offer;
import io.redress.standing.TicketAction;
import io.redress.status.CustomerViews;
import io.redress.status.StatusAccess;
import io.redress.status.StatusAccess.Link;
import io.redress.status.StatusLinks;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page on which a customer chooses when to be called. Whoever may see the ticket's status may choose. */
public final class CallbackPage {

    /** Three days' worth, on a phone's screen. */
    private static final int OFFERED = 48;

    private static final int LONGEST_NUMBER = 40;
    private static final String BAD_PHONE = "callback.bad-phone";
    private static final String NOT_CALLED = "callback.phone-not-called";

    private final Pages pages;
    private final StatusAccess access;
    private final StatusLinks links;
    private final CustomerViews views;
    private final CallbackBookings bookings;
    private final ZoneId zone;

    /** @param zone of the shop, which the page names: its times are told in it */
    public CallbackPage(
            Pages pages,
            StatusAccess access,
            StatusLinks links,
            CustomerViews views,
            CallbackBookings bookings,
            ZoneId zone) {
        this.pages = pages;
        this.access = access;
        this.links = links;
        this.views = views;
        this.bookings = bookings;
        this.zone = zone;
    }

    /** The free slots; a wrong token and an unknown number get the answer of the status page. */
    public PageResponse show(
            String number, @Nullable String token, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        return access.allowed(number, token, TicketAction.CHOOSE_CALLBACK_TIME)
                .map(link -> page(200, link, language, null))
                .orElseGet(() -> unknown(language));
    }

    /**
     * Books a slot. What was booked is shown by GET, so that reloading it books nothing.
     *
     * @param slot its beginning, as the page wrote it
     * @param phone as typed, or as the page showed it
     */
    public PageResponse book(
            String number,
            @Nullable String token,
            @Nullable String lang,
            @Nullable String acceptLanguage,
            @Nullable String slot,
            @Nullable String phone) {
        String language = Languages.best(lang, acceptLanguage);
        TicketAction action = phone == null ? TicketAction.CHOOSE_CALLBACK_TIME : TicketAction.GIVE_CALLBACK_PHONE;
        Optional<Link> allowed = access.allowed(number, token, action);
        if (allowed.isEmpty()) {
            return unknown(language);
        }
        Link link = allowed.get();
        Instant chosen = instant(slot);
        if (chosen == null) {
            return page(400, link, language, "callback.choose");
        }
        Booked booked = bookings.book(ticketOf(link.number()), chosen, phone == null ? null : phone.strip());
        return switch (booked) {
            case DONE -> PageResponse.seeOther(here(link) + "&lang=" + language);
            case FULL -> page(409, link, language, "callback.full");
            case BAD_PHONE -> page(400, link, language, BAD_PHONE);
            case NOT_CALLED -> page(400, link, language, notCalled(language));
            case UNKNOWN -> page(200, link, language, null);
        };
    }

    /** Folders of earlier versions have no words for it. */
    private String notCalled(String language) {
        return pages.text(language, NOT_CALLED) == null ? BAD_PHONE : NOT_CALLED;
    }

    /** A number that was told for a repeat stands for the first ticket, as on the status page. */
    private String ticketOf(String told) {
        return views.find(told).map(view -> view.number()).orElse(told);
    }

    private PageResponse unknown(String language) {
        return pages.page(
                404,
                "status-unknown",
                language,
                Map.of(
                        "here", links.path("/tickets/unknown?"),
                        "ask", links.path("/status/link?lang=" + language)));
    }

    private PageResponse page(int status, Link link, String language, @Nullable String problem) {
        String told = link.number();
        Optional<Offer> offer = bookings.offer(ticketOf(told), OFFERED);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("number", told);
        model.put("here", here(link));
        model.put("action", here(link) + "&lang=" + language);
        model.put("statusPage", links.path(told, link.generation(), language));
        model.put("zone", zone.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language)));
        model.put("ready", offer.isPresent());
        model.put("days", offer.map(one -> days(one.free(), language)).orElse(List.of()));
        offer.map(Offer::phone).ifPresent(phone -> model.put("phone", phone));
        offer.map(Offer::booked).ifPresent(booked -> model.put("booked", words(booked, language)));
        if (problem != null) {
            model.put("problem", problem);
        }
        return pages.page(status, "callback", language, model);
    }

    private String here(Link link) {
        return links.callbackPath(link.number(), link.generation());
    }

    private List<Map<String, Object>> days(List<CallSlot> free, String language) {
        Map<LocalDate, List<Map<String, String>>> days = new LinkedHashMap<>();
        for (CallSlot slot : free) {
            days.computeIfAbsent(slot.from().atZone(zone).toLocalDate(), any -> new ArrayList<>())
                    .add(Map.of("value", slot.from().toString(), "words", time(slot)));
        }
        List<Map<String, Object>> shown = new ArrayList<>();
        days.forEach((day, slots) -> shown.add(Map.of("words", day(day, language), "slots", slots)));
        return shown;
    }

    private Map<String, String> words(CallSlot slot, String language) {
        String day = day(slot.from().atZone(zone).toLocalDate(), language);
        return Map.of("machine", slot.from().toString(), "words", day + ", " + time(slot));
    }

    private String time(CallSlot slot) {
        var format = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
        return format.format(slot.from().atZone(zone)) + "–"
                + format.format(slot.until().atZone(zone));
    }

    private static String day(LocalDate day, String language) {
        String pattern = language.equals("en") ? "EEEE, d MMMM yyyy" : "yyyy年M月d日 EEEE";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                .format(day);
    }

    private static @Nullable Instant instant(@Nullable String written) {
        try {
            return written == null || written.length() > LONGEST_NUMBER ? null : Instant.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
