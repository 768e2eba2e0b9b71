#include "ui/sheets/csv_parser.h"

#include "ui/sheets/row_collector.h"

namespace wemo::sheets {

namespace {
constexpr QChar apostrophe = u'\'';

/// Chinese and Japanese editions take the full-width forms as well.
bool beginsFormula(QChar c) {
    return QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(c);
}

QChar separatorOf(const QString &text) {
    qsizetype end = 0;
    bool isQuoted = false;
    QList<QChar> found;
    for (; end < text.size() && (isQuoted || (text[end] != u'\n' && text[end] != u'\r')); ++end) {
        if (text[end] == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted)
            found.append(text[end]);
    }
    for (const QChar separator : {QChar(u','), QChar(u'\t'), QChar(u';')})
        if (found.contains(separator))
            return separator;
    return u',';
}

QString withoutApostrophe(const QString &cell) {
    const bool isSafe =
        cell.size() > 1 && cell.front() == apostrophe && (cell[1] == apostrophe || beginsFormula(cell[1]));
    return isSafe ? cell.mid(1) : cell;
}
} // namespace

bool needsApostrophe(const QString &cell) {
    if (cell.isEmpty() || isPlainNumber(cell))
        return false;
    return cell.front() == apostrophe || beginsFormula(cell.front());
}

CsvParser::CsvParser(const QString &text)
    : m_text(text)
    , m_separator(separatorOf(text)) {}

Result<Table> CsvParser::parse(const Progress &progress) {
    RowCollector rows(progress);
    while (!isAtEnd()) {
        QStringList record;
        readRecord(record);
        if (m_openQuoteLine > 0)
            return failure(ErrorKind::InvalidInput, "open-quote",
                           QString("A quotation mark in line %1 is never closed.").arg(m_openQuoteLine));
        if (auto added = rows.add(std::move(record)); !added)
            return Failure(added.error());
    }
    return rows.take();
}

void CsvParser::readRecord(QStringList &record) {
    for (;;) {
        record.append(withoutApostrophe(readCell()));
        if (isAtEnd())
            return;
        if (m_text[m_at] != m_separator) {
            skipLineEnd();
            return;
        }
        ++m_at;
        if (isAtEnd()) { // the separator was the last of the file: an empty cell follows it
            record.append(QString());
            return;
        }
    }
}

QString CsvParser::readCell() {
    // What follows a closing quote belongs to the cell, as spreadsheet programs have it.
    return m_text[m_at] == u'"' ? readQuoted() + readPlain() : readPlain();
}

QString CsvParser::readPlain() {
    const qsizetype start = m_at;
    while (!isAtEnd() && m_text[m_at] != m_separator && !isAtLineEnd())
        ++m_at;
    return m_text.mid(start, m_at - start);
}

QString CsvParser::readQuoted() {
    QString cell;
    const qint64 line = m_line;
    for (++m_at; !isAtEnd(); ++m_at) {
        const qsizetype quote = m_text.indexOf(u'"', m_at);
        const QStringView piece = QStringView(m_text).mid(m_at, quote < 0 ? -1 : quote - m_at);
        cell += piece;
        m_line += piece.count(u'\n');
        if (quote < 0)
            break;
        m_at = quote + 1;
        if (isAtEnd() || m_text[m_at] != u'"')
            return cell;
        cell += u'"';
    }
    m_at = m_text.size();
    m_openQuoteLine = line;
    return cell;
}

void CsvParser::skipLineEnd() {
    if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

} // namespace wemo::sheets
