#pragma once
#include "ui/widgets/action_table.h"
#include "ui/widgets/paged_model.h"

#include <QSettings>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace wemo::ui {

class EmptyState;
class MessageBar;
class SkeletonLoading;

/// What stands in a list's place.
struct ListWords {
    QString iconName;
    QString title;
    QString sentence;
    QString action = {}; ///< verb of the button that helps; empty: none
};

/// A list as it stands: its table, or what stands in its place while it is read, could not be read, is empty or does
/// not match; the error above it, and below how much of it one sees. Rows are told by key; the selection and the
/// current row outlive a refresh.
class ListFrame final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListFrame)

public:
    enum class Nothing { Empty, NoMatch, Failed };
    using Words = std::function<ListWords(Nothing)>;

    /// `name` begins the object names: <name>Table, <name>State, <name>Error, <name>Summary. The model is not owned.
    ListFrame(const QString &name, PagedModel &model, Words words, std::function<Instant()> now,
              QWidget *parent = nullptr);
    ~ListFrame() override;
    /// Titles, delegates and widths of the columns; `stretched` takes what is left.
    template <typename Row>
    void setColumns(const QList<RowColumn<Row>> &columns, int stretched) {
        for (int i = 0; i < columns.size(); ++i)
            setColumn(i, columns.at(i).kind, columns.at(i).width, i == stretched);
    }
    /// Order and widths of the columns outlive the program. After setColumns().
    void remember(QSettings &settings, const QString &key);
    /// Columns that go, first to last, where the table is narrower than their width here.
    void hideBelow(QList<std::pair<int, int>> columnAndWidth);
    void setAccessibleListName(const QString &name);
    /// Whether a filter is in force: nothing found is then no match.
    void setNarrowed(bool narrowed) { m_narrowed = narrowed; }
    /// The shell says above every page that what is shown was true a while ago.
    void setStale(bool stale);
    /// "%n rows", without the time.
    void setCountText(std::function<QString(int)> text) { m_countText = std::move(text); }

    ActionTable &table() { return *m_table; }
    QStringList selectedKeys() const;
    QString currentKey() const;
    void setCurrentKey(const QString &key);
    /// False when nothing but one row was selected.
    bool clearSelection();
    void focusList();
    void retranslate();

Q_SIGNALS:
    void opened(const QString &key);
    void currentChanged(const QString &key);
    void selectionChanged();
    /// The button of what stands in the list's place. Failed is answered here: it reads again.
    void actionRequested(wemo::ui::ListFrame::Nothing nothing);
    void loaded();

private:
    void build(const QString &name);
    void wire();
    void setColumn(int column, RowDelegate::Kind kind, int width, bool stretched);
    Nothing nothing() const;
    void onChanged();
    void showState();
    void showSummary();
    void keepSelection();
    void select(const QStringList &keys);

    PagedModel &m_model;
    Words m_words;
    std::function<Instant()> m_now;
    std::function<QString(int)> m_countText;
    QList<std::pair<int, int>> m_hidden;
    MessageBar *m_error;
    QStackedWidget *m_stack;
    ActionTable *m_table;
    SkeletonLoading *m_loading;
    EmptyState *m_empty;
    QLabel *m_summary;
    QSettings *m_settings = nullptr;
    QString m_settingsKey;
    QStringList m_kept;
    QString m_keptCurrent;
    int m_scroll = 0;
    Instant m_readAt{};
    bool m_narrowed = false;
    bool m_stale = false;
    bool m_quiet = false; ///< the list selects, not the person
};

} // namespace wemo::ui
