#pragma once
#include "ui/client/api_client.h"
#include "ui/widgets/list_table.h"

#include <QAbstractTableModel>

#include <functional>

namespace wemo::ui {

/// A part of a long list, as a service answers it.
template <typename Row>
struct RowPage {
    QList<Row> items;
    QString nextCursor; ///< empty: this was the last page
};

/// What all lists that are read on by cursor have in common; PagedRows has the rows. GUI thread only.
class PagedModel : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagedModel)

public:
    enum class Status { Loading, Ready, Failed };
    static constexpr int rawRole = Qt::UserRole; ///< the key of the row
    static constexpr int pageSize = 200;
    static constexpr int mostAtOnce = 1'000; ///< rows the service gives in one answer
    static constexpr int maxRows = 20'000;   ///< what is beyond is found by filters

    explicit PagedModel(QObject *parent);

    Status status() const { return m_status; }
    /// Of the last failed read; what had been read stays.
    const std::optional<ApiError> &error() const { return m_error; }
    bool isBusy() const { return m_busy; }
    bool hasMore() const { return !m_cursor.isEmpty(); }
    bool isFull() const { return hasMore() && rowCount() >= maxRows; }

    /// Forgets the rows: another question is asked now.
    void restart();
    /// As many rows again as there are; they stay until the new ones are here.
    void refresh();
    void setVisibleRange(int first, int last);
    void retranslate();
    /// What a column says moves on with the clock.
    void tick(int column);

    virtual QString keyAt(int row) const = 0;
    virtual int rowOf(const QString &key) const = 0; ///< -1: not among the rows

Q_SIGNALS:
    void changed(); ///< status, error, rows

protected:
    virtual void ask(const QString &cursor, int limit) = 0;
    virtual void clearRows() = 0;
    /// A new question; answers to older ones are dropped.
    quint64 begin();
    bool isCurrent(quint64 epoch) const { return epoch == m_epoch; }
    void fail(const ApiError &error);
    void finish(const QString &nextCursor);

private:
    Status m_status = Status::Loading;
    std::optional<ApiError> m_error;
    QString m_cursor;
    quint64 m_epoch = 0;
    bool m_busy = false;
};

/// What a column shows of a row.
template <typename Row>
struct RowColumn {
    std::function<QString()> title; ///< translated now
    std::function<QString(const Row &)> text;
    bool isFigure = false;
    int width = 120; ///< to begin with
    RowDelegate::Kind kind = RowDelegate::Kind::Text;
    std::function<Tone(const Row &)> tone = {};       ///< of pills
    std::function<QString(const Row &)> toolTip = {}; ///< else the text
};

template <typename Row>
class PagedRows final : public PagedModel {
public:
    using Fetch = std::function<QFuture<ApiResult<RowPage<Row>>>(const QString &cursor, int limit)>;
    using KeyOf = std::function<QString(const Row &)>;

    PagedRows(QList<RowColumn<Row>> columns, Fetch fetch, KeyOf keyOf, QObject *parent)
        : PagedModel(parent)
        , m_columns(std::move(columns))
        , m_fetch(std::move(fetch))
        , m_keyOf(std::move(keyOf)) {}

    int rowCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row &row = m_rows.at(index.row());
        const RowColumn<Row> &column = m_columns.at(index.column());
        switch (role) {
        case Qt::DisplayRole:
            return column.text(row);
        case Qt::ToolTipRole:
            return column.toolTip ? column.toolTip(row) : column.text(row);
        case Qt::TextAlignmentRole:
            return alignment(index.column());
        case rawRole:
            return m_keyOf(row);
        case StatusPillDelegate::toneRole:
            return column.tone ? QVariant(static_cast<int>(column.tone(row))) : QVariant();
        default:
            return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title();
        return role == Qt::TextAlignmentRole ? alignment(section) : QVariant();
    }

    const QList<RowColumn<Row>> &columns() const { return m_columns; }
    const QList<Row> &rows() const { return m_rows; }
    const Row *find(const QString &key) const {
        const int row = rowOf(key);
        return row < 0 ? nullptr : &m_rows.at(row);
    }
    QString keyAt(int row) const override {
        return row < 0 || row >= m_rows.size() ? QString() : m_keyOf(m_rows.at(row));
    }
    int rowOf(const QString &key) const override { return m_rowOf.value(key, -1); }

protected:
    void ask(const QString &cursor, int limit) override {
        m_fetch(cursor, limit)
            .then(this, [this, first = cursor.isEmpty(), epoch = begin()](const ApiResult<RowPage<Row>> &page) {
                if (!isCurrent(epoch))
                    return;
                if (!page)
                    return fail(page.error());
                first ? replace(page->items) : append(page->items);
                finish(page->nextCursor);
            });
    }
    void clearRows() override { replace({}); }

private:
    QVariant alignment(int column) const {
        return int(Qt::AlignVCenter) | int(m_columns.at(column).isFigure ? Qt::AlignRight : Qt::AlignLeft);
    }
    /// Where the same rows stand in the same places they change in place: a selection and a place to read at outlive
    /// it.
    void replace(const QList<Row> &rows) {
        const bool same = rows.size() == m_rows.size() &&
                          std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(),
                                     [this](const Row &a, const Row &b) { return m_keyOf(a) == m_keyOf(b); });
        if (same) {
            m_rows = rows;
            return retranslate();
        }
        beginResetModel();
        m_rows = rows;
        m_rowOf.clear();
        for (int row = 0; row < m_rows.size(); ++row)
            m_rowOf.insert(m_keyOf(m_rows.at(row)), row);
        endResetModel();
    }
    /// Rows move while one reads on: what is here already is not listed twice.
    void append(const QList<Row> &rows) {
        QList<Row> added;
        for (const Row &row : rows)
            if (!m_rowOf.contains(m_keyOf(row)))
                added.append(row);
        if (added.isEmpty())
            return;
        const int from = rowCount();
        beginInsertRows({}, from, from + static_cast<int>(added.size()) - 1);
        for (const Row &row : std::as_const(added)) {
            m_rowOf.insert(m_keyOf(row), static_cast<int>(m_rows.size()));
            m_rows.append(row);
        }
        endInsertRows();
    }

    QList<RowColumn<Row>> m_columns;
    Fetch m_fetch;
    KeyOf m_keyOf;
    QList<Row> m_rows;
    QHash<QString, int> m_rowOf;
};

} // namespace wemo::ui
