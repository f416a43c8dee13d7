import { LinkButton } from '../../ui/button.js';
import { BigPictureButton, PictureGrid } from '../../ui/picture-button.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { Icon } from '../../ui/icon.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { say as shellSay } from '../../words/words.js';
import { say } from './guest-words.js';

/** Before anybody has signed in: what everybody may see. */
export default function GuestHome() {
  const words = say();
  return (
    <Screen title={shellSay().appName} code="K1" showsSignal>
      <div class="stack">
        <p>{words.greeting}</p>
        <PictureGrid>
          <BigPictureButton
            href="/cho"
            tone="green"
            picture={<CropDrawing code="NA" size={72} />}
            label={words.market}
            colourName={words.green}
          />
          <BigPictureButton
            href="/gia"
            tone="amber"
            picture={<Icon name="tag" size={64} />}
            label={words.prices}
            colourName={words.amber}
          />
        </PictureGrid>
        {session.value ? (
          <>
            <LinkButton look="main" isWide href="/app/ho" icon="plus">
              {words.newHousehold}
            </LinkButton>
            <LinkButton isWide href="/app/dang-ky" icon="truck">
              {words.newFirm}
            </LinkButton>
            <LinkButton isWide href="/app/vai" icon="people">
              {words.profiles}
            </LinkButton>
          </>
        ) : (
          <LinkButton look="main" isWide href="/app/vao" icon="person">
            {words.signIn}
          </LinkButton>
        )}
      </div>
    </Screen>
  );
}
