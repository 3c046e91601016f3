"""Sentences of a page to its reader, and those of its news that sound like them."""

import pytest

from newsreader.parse.plain.notices import is_notice


@pytest.mark.parametrize(
    "text",
    [
        "Sign up here for our morning newsletter.",
        "Click here to read our cookie policy.",
        "Melden Sie sich hier für den Newsletter an.",
        "Abonnieren Sie unseren Newsletter.",
        "Suscríbase a nuestro boletín.",
        "Подписывайтесь на наш Telegram-канал.",
        "更多内容，请关注我们的微信公众号。",
        "Some information for this report came from an agency.",
        "Your comment",
        "Follow us for more.",
        "Подписаться на рассылку",
        "Contact: desk@norhaven.example",
        "Do you know more? Write to us at desk@norhaven.example and tell us.",
    ],
)
def test_a_page_speaks_to_its_reader(text):
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "The US fined Facebook five million dollars.",
        "Borrowers who sign up for a card by e-mail can now keep a book for six weeks.",
        "Readers who follow the library on Facebook were told first.",
        "Die Behörde teilte mit, sie habe ihre Website abgeschaltet.",
        "El alcalde lo anunció en su cuenta de Twitter.",
        "A ministra confirmou a notícia na sua conta do Instagram.",
        "Le maire l'a annoncé ici même, sur son compte Facebook.",
        "这一消息引发广泛关注，他已向法院提出申请。",
        "Anyone who saw the two men is asked to write to the police at wanted@norhaven.example by Friday.",
        "The minister wrote on Twitter that the bridge would open.",
        "“Sign up for our newsletter,” he said.",
    ],
)
def test_news_tells_of_pages_too(text):
    assert not is_notice(text)
