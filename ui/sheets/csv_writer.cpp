#include "ui/sheets/csv.h"
#include "ui/sheets/csv_parser.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/row_collector.h"
#include "ui/sheets/row_writer.h"

#include <QSaveFile>

#include <algorithm>

namespace wemo::sheets {

namespace {
constexpr qsizetype chunkSize = 1 << 16; ///< bytes handed to the file at once
const QByteArray byteOrderMark("\xEF\xBB\xBF");

void appendCell(QByteArray &out, const QString &cell) {
    const QString safe = needsApostrophe(cell) ? u'\'' + cell : cell;
    const bool isQuoted = std::any_of(safe.begin(), safe.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
    });
    const QByteArray text = safe.toUtf8();
    if (isQuoted)
        out += '"' + QByteArray(text).replace('"', "\"\"") + '"';
    else
        out += text;
}

/// Lines on their way to a device, a chunk at a time.
class CsvLines final {
public:
    explicit CsvLines(QIODevice &device)
        : m_device(device)
        , m_out(byteOrderMark) {}

    Result<void> add(const QStringList &row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                m_out += ',';
            appendCell(m_out, row[i]);
        }
        m_out += "\r\n";
        return m_out.size() < chunkSize ? Result<void>() : flush();
    }

    Result<void> flush() {
        if (m_device.write(m_out) != m_out.size())
            return unwritable(m_device.errorString());
        m_out.clear();
        return {};
    }

private:
    QIODevice &m_device;
    QByteArray m_out;
};

class CsvRows final : public RowWriter {
public:
    explicit CsvRows(const QString &path)
        : m_file(path)
        , m_lines(m_file) {}

    Result<void> open(const QStringList &header) {
        return m_file.open(QIODevice::WriteOnly) ? m_lines.add(header) : unwritable(m_file.errorString());
    }
    Result<void> add(const QStringList &row) override { return m_lines.add(row); }
    Result<void> commit() override {
        if (Result<void> rest = m_lines.flush(); !rest)
            return rest;
        return m_file.commit() ? Result<void>() : unwritable(m_file.errorString());
    }

private:
    QSaveFile m_file;
    CsvLines m_lines;
};
} // namespace

Result<std::unique_ptr<RowWriter>> openCsvRows(const QString &path, const QStringList &header) {
    auto rows = std::make_unique<CsvRows>(path);
    if (Result<void> opened = rows->open(header); !opened)
        return Failure(opened.error());
    return std::unique_ptr<RowWriter>(std::move(rows));
}

Result<void> writeCsv(const Table &table, QIODevice &device, const Progress &progress) {
    CsvLines lines(device);
    Result<void> step = lines.add(table.header);
    for (qsizetype row = 0; step && row < table.rows.size(); ++row) {
        step = lines.add(table.rows[row]);
        if (step && !goesOn(progress, row + 1, table.rows.size()))
            return canceled();
    }
    return step ? lines.flush() : step;
}

Result<void> writeCsv(const Table &table, const QString &path, const Progress &progress) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file.errorString());
    if (Result<void> written = writeCsv(table, file, progress); !written)
        return written;
    if (progress && !progress(table.rows.size(), table.rows.size()))
        return canceled();
    return file.commit() ? Result<void>() : unwritable(file.errorString());
}

} // namespace wemo::sheets
