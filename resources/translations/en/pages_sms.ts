<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wemo::pages::sms::SmsLogPage</name>
    <message numerus="yes">
        <source>%n new message(s) – show</source>
        <translation>
            <numerusform>%n new message – show</numerusform>
            <numerusform>%n new messages – show</numerusform>
        </translation>
    </message>
</context>
</TS>
