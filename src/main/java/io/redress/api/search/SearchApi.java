package io.redress.api.search;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.audit.AuditedBody;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.search.SearchEntry;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One search box for tickets, items and persons. */
@RestController
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@RequestMapping("/api/search")
@Tag(name = "Search", description = "Tickets, items and persons by whatever somebody has of them")
class SearchApi {

    private static final Logger LOG = LoggerFactory.getLogger(SearchApi.class);

    private final SearchPages search;

    SearchApi(SearchPages search) {
        this.search = search;
    }

    /**
     * The same as the parameters.
     *
     * @param size of a page, 1 to 500; null for 50
     */
    record Asked(
            @Nullable String q,
            @Nullable String size,
            @Nullable String cursor) implements AuditedBody {

        @Override
        public List<String> personsAsked() {
            return q == null ? List.of() : List.of(q);
        }
    }

    @GetMapping
    @Operation(
            summary = "Search tickets, items and persons",
            description = "Not the newest first, but the best: numbers, persons, orders and serials, then words by how"
                    + " many of them a ticket has; those alike the newest first. At most 1,000 of each. matched says where"
                    + " it was found, snippet shows it. A new ticket is found by its words a few seconds after it came in. Items need items.read, persons persons.read;"
                    + " who is limited to teams or categories finds their tickets.")
    Page<SearchEntry> search(
            @ParameterObject SearchFilter filter, @ParameterObject PageFilter page, @Nullable Principal reader) {
        return found(filter.q(), page, reader);
    }

    @PostMapping
    @Operation(
            summary = "Search without the text in the address",
            description =
                    "As GET. Addresses of requests end up in the logs of proxies and browsers: use this for phones,"
                            + " names and mail addresses.")
    Page<SearchEntry> searchByBody(@RequestBody Asked asked, @Nullable Principal reader) {
        return found(asked.q(), new PageFilter(asked.size(), asked.cursor()), reader);
    }

    private Page<SearchEntry> found(@Nullable String q, PageFilter page, @Nullable Principal reader) {
        Page<SearchEntry> found = search.page(q, page, reader);
        LOG.info(
                "{} searched: {} found",
                CurrentActor.name(reader),
                found.items().size());
        return found;
    }
}
