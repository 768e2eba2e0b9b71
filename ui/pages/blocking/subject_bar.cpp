#include "ui/pages/blocking/subject_bar.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/subject_guess.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace wemo::pages::blocking {

SubjectBar::SubjectBar(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_field(new ui::SearchField(this))
    , m_ask(new QPushButton(this))
    , m_guess(new QLabel(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_kind->setObjectName(QStringLiteral("subjectKind"));
    m_kind->setMinimumWidth(168);
    m_kind->addItem(QString());
    for (const QString &kind : knownKinds())
        m_kind->addItem(QString(), kind);
    m_field->setObjectName(QStringLiteral("subjectValue"));
    m_field->setMaxLength(wemo::blocking::longestValue);
    m_field->setMinimumWidth(280);
    m_field->setMaximumWidth(420);
    m_ask->setObjectName(QStringLiteral("subjectAsk"));
    m_ask->setProperty("ui", "primary");
    m_guess->setObjectName(QStringLiteral("subjectGuess"));
    m_guess->setProperty("ui", "muted");
    row->addWidget(m_field, 1);
    row->addWidget(m_kind);
    row->addWidget(m_ask);
    row->addWidget(m_guess);
    row->addStretch();
    const auto ask = [this] {
        if (!m_field->text().trimmed().isEmpty())
            Q_EMIT asked();
    };
    connect(m_field, &QLineEdit::returnPressed, this, ask);
    connect(m_ask, &QPushButton::clicked, this, ask);
    connect(m_field, &QLineEdit::textChanged, this, &SubjectBar::showGuess);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SubjectBar::showGuess);
    retranslate();
}

SubjectQuery SubjectBar::query() const {
    const QString value = m_field->text().trimmed();
    const QString chosen = m_kind->currentData().toString();
    return {chosen.isEmpty() ? guessKind(value) : chosen, value, {}};
}

void SubjectBar::setQuery(const QString &kind, const QString &value) {
    m_field->setTextQuietly(value);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    showGuess();
}

void SubjectBar::focusField() {
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SubjectBar::showGuess() {
    const bool guessed = m_kind->currentIndex() == 0 && !m_field->text().trimmed().isEmpty();
    m_guess->setText(guessed ? tr("Looked up as: %1").arg(kindWord(query().kind)) : QString());
    m_ask->setEnabled(!m_field->text().trimmed().isEmpty());
}

void SubjectBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SubjectBar::retranslate() {
    m_kind->setItemText(0, tr("Find the kind"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kindWord(m_kind->itemData(i).toString()));
    m_kind->setAccessibleName(tr("Kind"));
    m_field->setPlaceholderText(tr("Number, e-mail, address, device, ID number or account"));
    m_field->setAccessibleName(tr("Whom to look up"));
    m_ask->setText(tr("Look up"));
    showGuess();
}

} // namespace wemo::pages::blocking
