#pragma once
#include "ui/sheets/table.h"

namespace wemo::sheets {

/// Text of a CSV file, cell by cell.
class CsvParser final {
public:
    explicit CsvParser(const QString &text);
    Result<Table> parse(const Progress &progress);

private:
    void readRecord(QStringList &record);
    QString readCell();
    QString readQuoted();
    QString readPlain();
    bool isAtEnd() const { return m_at >= m_text.size(); }
    bool isAtLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void skipLineEnd();

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_openQuoteLine = 0; ///< 0 = none
};

/// Whether a spreadsheet program could take a cell for a formula, or the cell begins as one made safe does.
bool needsApostrophe(const QString &cell);

} // namespace wemo::sheets
