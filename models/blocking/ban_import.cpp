#include "models/blocking/ban_import.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::blocking {

namespace {
constexpr EnumNames<ImportState, 8> states{{
    {ImportState::Receiving, "receiving"},
    {ImportState::Checking, "checking"},
    {ImportState::Ready, "ready"},
    {ImportState::Writing, "writing"},
    {ImportState::Done, "done"},
    {ImportState::Failed, "failed"},
    {ImportState::Undone, "undone"},
    {ImportState::Canceled, "canceled"},
}};
constexpr int mostErrors = 1'000, longestName = 400, longestText = 2'000;
constexpr qint64 most = 1'000'000'000'000;
} // namespace

QString toString(ImportState state) {
    return states.toString(state);
}
std::optional<ImportState> importStateFromString(QStringView text) {
    return states.fromString(text);
}

QJsonObject toJson(const ImportError &error) {
    return {{"line", error.line},
            {"column", error.column},
            {"code", error.code},
            {"message", error.message},
            {"text", error.text}};
}

Result<ImportError> importErrorFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ImportError error;
    error.line = reader.integer("line", 0, most);
    error.column = static_cast<int>(reader.optionalInteger("column", 0, 1'000'000).value_or(0));
    error.code = reader.string("code", 100);
    error.message = reader.optionalString("message", longestText).value_or(QString());
    error.text = reader.optionalString("text", longestText).value_or(QString());
    return reader.finishLenient(std::move(error));
}

QJsonObject toJson(const BanImport &import) {
    return {{"id", idToString(import.id)},
            {"name", import.name},
            {"state", toString(import.state)},
            {"lines", import.lines},
            {"good", import.good},
            {"bad", import.bad},
            {"duplicates", import.duplicates},
            {"errors", toArray(import.errors)},
            {"done", import.done},
            {"total", import.total},
            {"author", orNull(import.author)},
            {"created_at", orNull(import.createdAt)},
            {"detail", orNull(import.detail)}};
}

Result<BanImport> banImportFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const auto count = [&reader](const char *name) {
        return reader.optionalInteger(QLatin1StringView(name), 0, most).value_or(0);
    };
    BanImport import;
    import.id = reader.id("id");
    import.name = reader.string("name", longestName, 0);
    import.state = reader.word("state", importStateFromString);
    import.lines = count("lines");
    import.good = count("good");
    import.bad = count("bad");
    import.duplicates = count("duplicates");
    if (reader.has("errors")) { // a list of imports may leave them out
        Result<QList<ImportError>> errors =
            listFrom<ImportError>(reader.array("errors", mostErrors), importErrorFromJson);
        if (!errors)
            return Failure(errors.error());
        import.errors = *std::move(errors);
    }
    import.done = count("done");
    import.total = count("total");
    import.author = reader.optionalString("author").value_or(QString());
    import.createdAt = reader.optionalInstant("created_at");
    import.detail = reader.optionalString("detail", longestText).value_or(QString());
    return reader.finishLenient(std::move(import));
}

} // namespace wemo::blocking
