<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wemo::pages::sms::ErrorTableView</name>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n code</numerusform>
            <numerusform>%n codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::MessagesView</name>
    <message numerus="yes">
        <source>%n new message(s) – show</source>
        <translation>
            <numerusform>%n new message – show</numerusform>
            <numerusform>%n new messages – show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wemo::pages::sms::SendPanel</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
</TS>
