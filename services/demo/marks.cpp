#include "services/demo/marks.h"

namespace wemo::demo {

Result<Marks> marksOf(storage::Database &database, MarkRange range) {
    const auto rows = database.read([range](storage::Connection &connection) {
        return connection.query("demo/chunks", {{"first", range.first}, {"last", range.last}});
    });
    if (!rows)
        return Failure(rows.error());
    Marks marks;
    for (const storage::Row &row : *rows) {
        marks.base = fromMs(row.integer("base_at"));
        marks.chunks.insert(static_cast<int>(row.integer("chunk")));
    }
    return marks;
}

Result<bool> mark(storage::Connection &connection, int chunk, Instant base) {
    const auto marked = connection.execute("demo/mark_chunk", {{"chunk", chunk}, {"base_at", toMs(base)}});
    return marked ? Result<bool>(*marked == 1) : Failure(marked.error());
}

} // namespace wemo::demo
