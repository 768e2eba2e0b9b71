#include "ui/pages/pricing/config_form.h"

#include "ui/pages/pricing/config_words.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/properties.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

/// From one draft to another. Typing in one field is one step.
class ConfigEdit final : public QUndoCommand {
public:
    ConfigEdit(ConfigForm &form, ConfigDraft before, ConfigDraft after, QString place)
        : m_form(form)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_place(std::move(place)) {}

    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override {
        const auto *next = static_cast<const ConfigEdit *>(other);
        if (m_place.isEmpty() || next->m_place != m_place)
            return false;
        m_after = next->m_after;
        return true;
    }
    void undo() override { m_form.apply(m_before); }
    void redo() override { m_form.apply(m_after); }

private:
    ConfigForm &m_form;
    ConfigDraft m_before;
    ConfigDraft m_after;
    QString m_place; ///< empty: a step of its own
};

ConfigForm::ConfigForm(QWidget *parent)
    : QWidget(parent)
    , m_body(new QWidget(this))
    , m_sections(new QVBoxLayout(m_body))
    , m_error(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_menu(new QMenu(this))
    , m_takesTitle(new QLabel(this)) {
    setObjectName(QStringLiteral("configForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_error->setObjectName(QStringLiteral("error:components"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    ui::setUiProperty(m_error, "ui", QStringLiteral("error"));
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(0);
    m_add->setObjectName(QStringLiteral("addComponent"));
    m_add->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ConfigForm::fillMenu);
    column->addWidget(m_error);
    column->addWidget(m_body);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    ui::setUiProperty(m_takesTitle, "ui", QStringLiteral("section"));
    column->addWidget(m_takesTitle);
    makeTakes();
    column->addStretch();
    rebuild();
}

void ConfigForm::makeTakes() {
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (const char *benefit : {"pass", "code", "credit"}) {
        auto *check = new QCheckBox(this);
        const QString name = QString::fromLatin1(benefit);
        check->setObjectName(QStringLiteral("takes.") + name);
        connect(check, &QCheckBox::toggled, this, [this, name](bool on) {
            ConfigDraft next = m_draft;
            next.setTakes(name, on);
            edit(next, {});
        });
        row->addWidget(check);
        m_takes.append(check);
    }
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ConfigForm::setNames(const CatalogNames &names) {
    m_names = names;
    rebuild();
}

void ConfigForm::setConfig(const Config &config) {
    setDraft(ConfigDraft(config));
}

void ConfigForm::setDraft(const ConfigDraft &draft) {
    m_undo.clear();
    m_told.clear();
    m_whole.clear();
    m_clean = m_draft = draft;
    rebuild();
    Q_EMIT changed();
}

void ConfigForm::edit(const ConfigDraft &next, const QString &place) {
    if (m_draft == next || m_readOnly)
        return;
    forget(place);
    m_undo.push(new ConfigEdit(*this, m_draft, next, place));
}

void ConfigForm::apply(const ConfigDraft &draft) {
    const bool isSame = m_draft.hasShapeOf(draft);
    m_draft = draft;
    if (isSame) {
        follow();
        followErrors();
    } else {
        m_told.clear(); // its places mean other things now
        rebuild();
    }
    Q_EMIT changed();
}

void ConfigForm::rebuild() {
    const QWidget *focus = QApplication::focusWidget();
    const QString focused = focus && isAncestorOf(focus) ? focus->objectName() : QString();
    for (ConfigSection *part : std::as_const(m_parts)) {
        m_sections->removeWidget(part);
        part->hide();
        part->setParent(nullptr); // found by name no more, and one of its buttons may be what asked for this
        part->deleteLater();
    }
    m_parts.clear();
    for (int i = 0; i < m_draft.count(); ++i) {
        auto *part = new ConfigSection(m_draft, i, m_names, m_whole.contains(m_draft.word(i)), m_body);
        connectSection(part);
        part->setReadOnly(m_readOnly);
        m_sections->addWidget(part);
        part->show();
        m_parts.append(part);
    }
    m_add->setText(tr("Add a component"));
    m_takesTitle->setText(tr("Riders may use"));
    follow();
    followErrors();
    focusInput(focused);
}

void ConfigForm::connectSection(ConfigSection *section) {
    connect(section, &ConfigSection::edited, this,
            [this](int component, int row, const FieldSpec &field, const QString &text) {
                ConfigDraft next = m_draft;
                next.setText(component, row, field, text);
                edit(next, next.path(component, row, QString::fromLatin1(field.key)));
            });
    connect(section, &ConfigSection::holidaysEdited, this, [this](int component, const QString &text) {
        ConfigDraft next = m_draft;
        next.setHolidays(component, text);
        edit(next, QStringLiteral("components[%1].holidays").arg(component));
    });
    connect(section, &ConfigSection::removeRequested, this, [this](int component) {
        ConfigDraft next = m_draft;
        next.remove(component);
        edit(next, {});
        m_add->setFocus();
    });
    connect(section, &ConfigSection::addRowRequested, this, [this](int component) {
        ConfigDraft next = m_draft;
        const int row = next.addRow(component);
        m_whole.insert(next.word(component)); // so that one sees it
        edit(next, {});
        focusInput(next.path(component, row, QString::fromLatin1(specOf(next.word(component))->fields.front().key)));
    });
    connect(section, &ConfigSection::showAllRequested, this, [this](int component) {
        m_whole.insert(m_draft.word(component));
        rebuild();
    });
    connect(section, &ConfigSection::removeRowRequested, this, [this](int component, int row) {
        ConfigDraft next = m_draft;
        next.removeRow(component, row);
        edit(next, {});
        focusInput(QStringLiteral("addRow:%1").arg(component));
    });
    connect(section, &ConfigSection::undoRequested, &m_undo, &QUndoStack::undo);
    connect(section, &ConfigSection::redoRequested, &m_undo, &QUndoStack::redo);
}

void ConfigForm::follow() {
    for (ConfigSection *part : std::as_const(m_parts))
        part->follow(m_draft);
    for (QCheckBox *check : std::as_const(m_takes)) {
        const QSignalBlocker quiet(check);
        const QString name = check->objectName().section(u'.', 1);
        check->setText(benefitLabel(name));
        check->setChecked(m_draft.takes(name));
        check->setEnabled(!m_readOnly);
    }
    m_add->setVisible(!m_readOnly);
}

void ConfigForm::followErrors() {
    QList<FieldError> errors = m_told;
    if (const Result<Config> config = m_draft.config(); !config)
        errors += config.error().fields;
    QStringList rest;
    for (const FieldError &error : std::as_const(errors))
        if (!error.path.startsWith(QLatin1StringView("components[")))
            rest.append(ui::fieldText(error));
    for (ConfigSection *part : std::as_const(m_parts))
        part->showErrors(errors);
    rest.removeDuplicates();
    m_error->setText(rest.join(u'\n'));
    m_error->setVisible(!rest.isEmpty());
}

void ConfigForm::showErrors(const QList<FieldError> &errors, const QString &prefix) {
    m_told.clear();
    for (FieldError error : errors) {
        if (!error.path.startsWith(prefix))
            continue;
        error.path.remove(0, prefix.size());
        m_told.append(error);
    }
    followErrors();
}

void ConfigForm::forget(const QString &path) {
    m_told.removeIf([&](const FieldError &error) { return error.path == path || path.startsWith(error.path + u'.'); });
}

bool ConfigForm::focusFirstError() {
    const auto labels = findChildren<QLabel *>();
    for (const QLabel *label : labels)
        if (label->objectName().startsWith(QLatin1StringView("error:")) && !label->text().isEmpty()) {
            focusInput(label->objectName().mid(6));
            return true;
        }
    return false;
}

void ConfigForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (ConfigSection *part : std::as_const(m_parts))
        part->setReadOnly(readOnly);
    follow();
}

void ConfigForm::fillMenu() {
    m_menu->clear();
    for (const ComponentSpec &spec : componentSpecs()) {
        const QString word = QString::fromLatin1(spec.word);
        if (!m_draft.mayAdd(word))
            continue;
        QAction *action = m_menu->addAction(componentTitle(word));
        action->setObjectName(QStringLiteral("add.") + word);
        action->setToolTip(componentHint(word));
        connect(action, &QAction::triggered, this, [this, word] { addComponent(word); });
    }
}

void ConfigForm::addComponent(const QString &word) {
    ConfigDraft next = m_draft;
    const int place = next.add(word);
    edit(next, {});
    const QString key = QString::fromLatin1(specOf(word)->fields.front().key);
    focusInput(next.path(place, specOf(word)->rows ? 0 : -1, key));
}

void ConfigForm::focusInput(const QString &name) {
    if (name.isEmpty())
        return;
    if (auto *input = findChild<QWidget *>(name))
        input->setFocus(Qt::OtherFocusReason);
}

void ConfigForm::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void ConfigForm::keyPressEvent(QKeyEvent *event) {
    if (event->matches(QKeySequence::Undo))
        m_undo.undo();
    else if (event->matches(QKeySequence::Redo))
        m_undo.redo();
    else
        QWidget::keyPressEvent(event);
}

} // namespace wemo::pages::pricing
