#include "ui/pages/pricing/config_section.h"

#include "ui/pages/pricing/config_words.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace wemo::pages::pricing {

namespace {
constexpr int fieldsInLine = 5;
constexpr int rulesInLine = 2; ///< the fields of a rule are wide, and go in pairs

QLabel *makeLabel(const QString &text, const QString &look, QWidget *parent) {
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    ui::setUiProperty(label, "ui", look);
    return label;
}
} // namespace

ConfigSection::ConfigSection(const ConfigDraft &draft, int component, const CatalogNames &names, bool whole,
                             QWidget *parent)
    : QFrame(parent)
    , m_component(component)
    , m_word(draft.word(component))
    , m_spec(specOf(m_word))
    , m_error(makeLabel({}, QStringLiteral("error"), this))
    , m_remove(new QPushButton(tr("Remove"), this)) {
    setObjectName(QStringLiteral("section:components[%1]").arg(component));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(8);
    addHeader(column);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    column->addLayout(grid);
    if (!m_spec)
        return;
    if (!m_spec->rows)
        addFields(grid, draft, -1, names);
    const int rows = draft.rowCount(component);
    const int shown = whole ? rows : std::min(rows, mostRowsShown);
    for (int row = 0; row < shown; ++row)
        addFields(grid, draft, row, names);
    if (shown < rows)
        addRest(column, rows);
    if (m_spec->rows) {
        m_addRow = new QPushButton(addRowLabel(m_word), this);
        m_addRow->setObjectName(QStringLiteral("addRow:%1").arg(component));
        ui::setUiProperty(m_addRow, "ui", QStringLiteral("link"));
        connect(m_addRow, &QPushButton::clicked, this, [this] { Q_EMIT addRowRequested(m_component); });
        column->addWidget(m_addRow, 0, Qt::AlignLeft);
    }
    if (m_word == QLatin1StringView("calendar"))
        addHolidays(column);
    follow(draft);
}

void ConfigSection::addHeader(QVBoxLayout *column) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *title = makeLabel(componentTitle(m_word), QStringLiteral("section"), this);
    row->addWidget(title, 1);
    m_remove->setObjectName(QStringLiteral("remove:%1").arg(m_component));
    m_remove->setAccessibleName(tr("Remove: %1").arg(componentTitle(m_word)));
    ui::setUiProperty(m_remove, "ui", QStringLiteral("link"));
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_component); });
    row->addWidget(m_remove);
    column->addLayout(row);
    column->addWidget(makeLabel(componentHint(m_word), QStringLiteral("small"), this));
    m_error->setObjectName(QStringLiteral("error:components[%1]").arg(m_component));
    m_error->hide();
    column->addWidget(m_error);
}

QPushButton *ConfigSection::makeRemoveRow(int row) {
    auto *remove = new QPushButton(QStringLiteral("×"), this);
    remove->setObjectName(QStringLiteral("removeRow:%1:%2").arg(m_component).arg(row));
    remove->setAccessibleName(tr("Remove row %1: %2").arg(row + 1).arg(componentTitle(m_word)));
    remove->setToolTip(tr("Remove this row"));
    remove->setFixedSize(28, 32);
    remove->setFont(ui::uiFont(ui::TextSize::Heading));
    ui::setUiProperty(remove, "ui", QStringLiteral("link"));
    connect(remove, &QPushButton::clicked, this, [this, row] { Q_EMIT removeRowRequested(m_component, row); });
    m_removeRows.append(remove);
    return remove;
}

void ConfigSection::addFields(QGridLayout *grid, const ConfigDraft &draft, int row, const CatalogNames &names) {
    const bool isRule = m_word == QLatin1StringView("calendar");
    const int inLine = isRule ? rulesInLine : fieldsInLine;
    const bool isLabelled = isRule || row <= 0;
    int line = grid->rowCount();
    const int first = isLabelled ? line + 1 : line;
    int column = 0;
    for (const FieldSpec &spec : m_spec->fields) {
        const bool isWide = spec.kind == FieldKind::Weekdays;
        if (column == inLine || (isWide && column > 0)) {
            column = 0;
            line += 2;
        }
        const QString key = QString::fromLatin1(spec.key);
        const QString label = fieldLabel(m_word, key);
        const QString spoken = row < 0 ? label : tr("%1, row %2").arg(label).arg(row + 1);
        auto *field = new ConfigField(spec, draft.path(m_component, row, key), spoken, names, this);
        if (isLabelled)
            grid->addWidget(makeLabel(label, QStringLiteral("small"), this), line, column, 1, isWide ? inLine : 1,
                            Qt::AlignBottom);
        grid->addWidget(field, line + (isLabelled ? 1 : 0), column, 1, isWide ? inLine : 1);
        grid->setColumnStretch(column++, 1);
        const FieldSpec *kept = &spec;
        connect(field, &ConfigField::edited, this,
                [this, row, kept](const QString &text) { Q_EMIT edited(m_component, row, *kept, text); });
        connect(field, &ConfigField::undoRequested, this, &ConfigSection::undoRequested);
        connect(field, &ConfigField::redoRequested, this, &ConfigSection::redoRequested);
        m_entries.append({field, kept, row, draft.path(m_component, row, key)});
    }
    if (row >= 0)
        grid->addWidget(makeRemoveRow(row), first, inLine, Qt::AlignTop);
}

void ConfigSection::addRest(QVBoxLayout *column, int rows) {
    auto *all = new QPushButton(tr("Show all %1 rows").arg(rows), this);
    all->setObjectName(QStringLiteral("showAll:%1").arg(m_component));
    ui::setUiProperty(all, "ui", QStringLiteral("link"));
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT showAllRequested(m_component); });
    column->addWidget(all, 0, Qt::AlignLeft);
}

void ConfigSection::addHolidays(QVBoxLayout *column) {
    const QString path = QStringLiteral("components[%1].holidays").arg(m_component);
    column->addWidget(makeLabel(tr("Holidays, one day a line, such as 2027-02-06"), QStringLiteral("small"), this));
    m_holidays = new QPlainTextEdit(this);
    m_holidays->setObjectName(path);
    m_holidays->setAccessibleName(tr("Holidays"));
    m_holidays->setTabChangesFocus(true);
    m_holidays->setFixedHeight(96);
    m_holidays->installEventFilter(this);
    connect(m_holidays, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT holidaysEdited(m_component, m_holidays->toPlainText()); });
    column->addWidget(m_holidays);
    m_holidaysError = makeLabel({}, QStringLiteral("error"), this);
    m_holidaysError->setObjectName(QStringLiteral("error:") + path);
    m_holidaysError->hide();
    column->addWidget(m_holidaysError);
}

bool ConfigSection::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_holidays || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!isUndo && !key->matches(QKeySequence::Redo))
        return QFrame::eventFilter(watched, event);
    key->accept();
    if (event->type() == QEvent::KeyPress)
        isUndo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
    return true;
}

/// A hairline between it and what stands above.
void ConfigSection::paintEvent(QPaintEvent *event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(ui::Tokens::current().color("hairline"));
    if (m_component > 0)
        painter.drawLine(0, 0, width(), 0);
}

void ConfigSection::follow(const ConfigDraft &draft) {
    for (const Entry &entry : std::as_const(m_entries))
        entry.field->setText(draft.text(m_component, entry.row, *entry.spec));
    if (!m_holidays)
        return;
    ConfigDraft shown = draft;
    shown.setHolidays(m_component, m_holidays->toPlainText());
    if (shown == draft) // only spaces and line ends differ: leave what is being typed
        return;
    const QSignalBlocker quiet(m_holidays);
    m_holidays->setPlainText(draft.holidays(m_component));
}

void ConfigSection::showErrors(const QList<FieldError> &errors) {
    QHash<QString, QStringList> placed;
    QStringList rest;
    const QString mine = QStringLiteral("components[%1]").arg(m_component);
    for (const FieldError &error : errors) {
        if (!error.path.startsWith(mine))
            continue;
        QString place;
        if (m_holidays && error.path.startsWith(m_holidays->objectName()))
            place = m_holidays->objectName();
        for (const Entry &entry : std::as_const(m_entries))
            if (place.isEmpty() &&
                (error.path == entry.path || error.path.startsWith(entry.path + u'[') ||
                 entry.path.startsWith(error.path + u'.')) &&
                (error.path == entry.path || error.path.count(u'[') > 1))
                place = entry.path;
        const QString text = ui::fieldText(error);
        (place.isEmpty() ? rest : placed[place]).append(text);
    }
    for (const Entry &entry : std::as_const(m_entries))
        entry.field->setError(placed.value(entry.path).join(u'\n'));
    rest.removeDuplicates();
    m_error->setText(rest.join(u'\n'));
    m_error->setVisible(!rest.isEmpty());
    if (m_holidays) {
        m_holidaysError->setText(placed.value(m_holidays->objectName()).join(u'\n'));
        m_holidaysError->setVisible(!m_holidaysError->text().isEmpty());
    }
}

void ConfigSection::setReadOnly(bool readOnly) {
    for (const Entry &entry : std::as_const(m_entries))
        entry.field->setReadOnly(readOnly);
    m_remove->setVisible(!readOnly);
    if (m_addRow)
        m_addRow->setVisible(!readOnly);
    if (m_holidays)
        m_holidays->setReadOnly(readOnly);
    if (m_holidays)
        ui::setUiProperty(m_holidays, "locked", readOnly);
    for (QPushButton *remove : std::as_const(m_removeRows))
        remove->setVisible(!readOnly);
}

} // namespace wemo::pages::pricing
