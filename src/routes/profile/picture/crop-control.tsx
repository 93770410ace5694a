import { SliderField } from '@aws-amplify/ui-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { centred, maximumZoom, zoomed, type Crop } from '../../../profile/picture/crop.ts'
import { Button } from '../../../ui/button.tsx'
import { profileWords } from '#words/profile'
import { CropFrame } from './crop-frame.tsx'

const words = profileWords.picture

interface Props {
  bitmap: ImageBitmap
  onUse: (crop: Crop) => void
  onCancel: () => void
}

/** Dragging and pinching on the picture; the sliders do the same by key, and in one tap each. */
export function CropControl({ bitmap, onUse, onCancel }: Props) {
  const [crop, setCrop] = useState(centred)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const hasRoom = crop.zoom > 1
  const isWide = bitmap.width > bitmap.height
  const isTall = bitmap.height > bitmap.width

  return (
    <div className="profile-crop" role="group" aria-labelledby="crop-heading">
      <h3 id="crop-heading" ref={heading} tabIndex={-1}>
        {words.cropHeading}
      </h3>
      <p className="profile-hint">{words.cropHint}</p>
      <div className="profile-crop-tools">
        <CropFrame bitmap={bitmap} crop={crop} onCrop={setCrop} />
        <div className="profile-crop-sliders">
          <Slider
            label={words.zoom}
            value={crop.zoom}
            min={1}
            max={maximumZoom}
            onChange={(zoom) => setCrop(zoomed(bitmap, crop, zoom))}
          />
          <Slider
            label={words.horizontal}
            value={crop.x}
            min={0}
            max={1}
            isDisabled={!hasRoom && !isWide}
            onChange={(x) => setCrop({ ...crop, x })}
          />
          <Slider
            label={words.vertical}
            value={crop.y}
            min={0}
            max={1}
            isDisabled={!hasRoom && !isTall}
            onChange={(y) => setCrop({ ...crop, y })}
          />
        </div>
      </div>
      <div className="profile-actions">
        <Button variation="primary" onClick={() => onUse(crop)}>
          {words.use}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </div>
  )
}

interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  isDisabled?: boolean
  onChange: (value: number) => void
}

function Slider({ isDisabled = false, ...rest }: SliderProps) {
  return (
    <SliderField
      {...rest}
      isDisabled={isDisabled}
      step={0.01}
      isValueHidden
      ariaValuetext={words.percent(rest.value)}
    />
  )
}
